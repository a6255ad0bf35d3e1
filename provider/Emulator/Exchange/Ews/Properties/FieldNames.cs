using System.Collections.Frozen;
using System.Xml.Linq;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>The fields of the service's schema, in its order.</summary>
internal static class FieldNames
{
    /// <summary>What an item shows, in the order in which the schema has it: fields of every item, then those of messages.</summary>
    public static IReadOnlyList<string> OfItems { get; } =
    [
        "MimeContent", "ItemId", "ParentFolderId", "ItemClass", "Subject", "Sensitivity", "Body", "Attachments", "DateTimeReceived", "Size",
        "Categories", "Importance", "InReplyTo", "IsSubmitted", "IsDraft", "IsFromMe", "IsResend", "IsUnmodified", "InternetMessageHeaders",
        "DateTimeSent", "DateTimeCreated", "ResponseObjects", "ReminderDueBy", "ReminderIsSet", "ReminderNextTime", "ReminderMinutesBeforeStart",
        "DisplayCc", "DisplayTo", "HasAttachments", "ExtendedProperty", "Culture", "EffectiveRights", "LastModifiedName", "LastModifiedTime",
        "IsAssociated", "WebClientReadFormQueryString", "WebClientEditFormQueryString", "ConversationId", "UniqueBody", "Flag", "StoreEntryId",
        "InstanceKey", "NormalizedBody", "EntityExtractionResult", "PolicyTag", "ArchiveTag", "RetentionDate", "Preview",
        "RightsManagementLicenseData", "PredictedActionReasons", "IsClutter", "BlockStatus", "HasBlockedImages", "TextBody", "IconIndex",
        "Sender", "ToRecipients", "CcRecipients", "BccRecipients", "IsReadReceiptRequested", "IsDeliveryReceiptRequested", "ConversationIndex",
        "ConversationTopic", "From", "InternetMessageId", "IsRead", "IsResponseRequested", "References", "ReplyTo", "ReceivedBy",
        "ReceivedRepresenting", "ApprovalRequestData", "VotingInformation", "ReminderMessageData", "MessageSafety",
    ];

    private static readonly string[] OfFolders =
    [
        "FolderId", "ParentFolderId", "FolderClass", "DisplayName", "TotalCount", "ChildFolderCount", "ExtendedProperty", "ManagedFolderInformation",
        "EffectiveRights", "DistinguishedFolderId", "PolicyTag", "ArchiveTag", "ReplicaList", "PermissionSet", "UnreadCount", "SearchParameters",
        "SharingEffectiveRights",
    ];

    private static readonly FrozenDictionary<string, int> ItemPositions = Positions(OfItems);
    private static readonly FrozenDictionary<string, int> FolderPositions = Positions(OfFolders);

    // Fields of things that no folder here holds: no item has them, but to ask for them is no mistake.
    private static readonly string[] Elsewhere =
        ["calendar", "meeting", "meetingRequest", "task", "contacts", "distributionlist", "postitem", "conversation", "persona"];

    /// <summary>Whether a name such as <c>item:Subject</c> is one of the schema.</summary>
    public static bool AreKnown(string field) => field.Split(':', 2) switch
    {
        ["item" or "message", var name] => ItemPositions.ContainsKey(name),
        ["folder", var name] => FolderPositions.ContainsKey(name),
        [var group, _] => Elsewhere.Contains(group),
        _ => false,
    };

    /// <summary>Whether items have an element of this name.</summary>
    public static bool IsOfItems(string element) => ItemPositions.ContainsKey(element);

    /// <summary>An item or folder with these properties, in the order of the schema.</summary>
    public static XElement Arrange(XName name, IEnumerable<XElement> properties)
    {
        var positions = name.LocalName == "Folder" ? FolderPositions : ItemPositions;
        return new XElement(name, properties.OrderBy(property => positions.GetValueOrDefault(property.Name.LocalName, int.MaxValue)));
    }

    private static FrozenDictionary<string, int> Positions(IEnumerable<string> names) =>
        names.Select((name, position) => KeyValuePair.Create(name, position)).ToFrozenDictionary(StringComparer.Ordinal);
}
