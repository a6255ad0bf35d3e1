using PartnerTrust.Emulator.Exchange.Ews.Properties;

namespace PartnerTrust.Emulator.Exchange.Ews.Description;

/// <summary>The elements that requests are made of, by namespace.</summary>
internal static class SchemaNames
{
    /// <summary>What stands directly in an operation.</summary>
    public static IReadOnlyList<string> OfMessages { get; } =
    [
        "FolderShape", "FolderIds", "ParentFolderIds", "IndexedPageFolderView", "FractionalPageFolderView", "Restriction", "SavedItemFolderId",
        "Items", "ItemShape", "ItemIds", "IndexedPageItemView", "FractionalPageItemView", "SortOrder", "QueryString", "ItemChanges", "ToFolderId",
        "UnresolvedEntry",
    ];

    /// <summary>What stands further inside.</summary>
    public static IReadOnlyList<string> OfTypes { get; } =
    [
        .. FieldNames.OfItems, "BaseShape", "BodyType", "IncludeMimeContent", "AdditionalProperties", "FieldURI", "IndexedFieldURI",
        "ExtendedFieldURI", "FolderId", "DistinguishedFolderId", "Mailbox", "Name", "EmailAddress", "RoutingType", "MailboxType", "Message", "Item",
        "PostItem", "CalendarItem", "Contact", "Task", "String", "Value", "Values", "And", "Or", "Not", "Exists", "Excludes", "Bitmask", "Contains",
        "Constant", "IsEqualTo", "IsNotEqualTo", "IsGreaterThan", "IsGreaterThanOrEqualTo", "IsLessThan", "IsLessThanOrEqualTo",
        "FieldURIOrConstant", "FieldOrder", "ItemChange", "Updates", "SetItemField", "AppendToItemField", "DeleteItemField", "RequestServerVersion",
        "ExchangeImpersonation", "ConnectingSID", "PrincipalName", "SID", "PrimarySmtpAddress", "SmtpAddress",
    ];
}
