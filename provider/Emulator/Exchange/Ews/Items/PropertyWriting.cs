using System.Collections.Frozen;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Items;

/// <summary>What clients may write, and what the server makes of it.</summary>
internal static class PropertyWriting
{
    private static readonly XNamespace T = SoapNames.Types;

    private static readonly string[] Structured = ["Categories", "ExtendedProperty", "Flag"];

    private static readonly FrozenSet<string> Recipients =
        new[] { "ToRecipients", "CcRecipients", "BccRecipients", "ReplyTo", "From", "Sender", "ReceivedBy", "ReceivedRepresenting" }
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Writable = new[]
    {
        "ItemClass", "Subject", "Sensitivity", "Body", "Categories", "Importance", "InReplyTo", "ReminderDueBy", "ReminderIsSet",
        "ReminderMinutesBeforeStart", "ExtendedProperty", "Culture", "Flag", "IsReadReceiptRequested", "IsDeliveryReceiptRequested",
        "ConversationIndex", "InternetMessageId", "IsRead", "IsResponseRequested", "References",
    }.Concat(Recipients).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Refuses a property that items do not have, that only servers write, or whose value is none.</summary>
    public static void Check(XElement property)
    {
        var name = property.Name.LocalName;
        if (property.Name.Namespace != T || !FieldNames.IsOfItems(name))
        {
            throw EwsFault.Schema($"An item has no element '{name}'.");
        }

        if (name is "MimeContent" or "Attachments")
        {
            throw EwsRefusal.NotEmulated($"This server keeps properties of items; it does not emulate '{name}'.");
        }

        if (!Writable.Contains(name))
        {
            throw new EwsRefusal("ErrorInvalidPropertySet", $"Set action is invalid for property '{name}'.");
        }

        if (property.Elements().FirstOrDefault() is { } child && !Structured.Contains(name) && !Recipients.Contains(name))
        {
            throw EwsFault.Schema(
                $"The element '{name}' cannot contain child element '{child.Name.LocalName}' because its content model is text only.");
        }

        CheckValue(property);
    }

    /// <summary>The property as it will be shown: recipients have a name and a way to them, truths are words.</summary>
    public static XElement Complete(XElement property) =>
        Recipients.Contains(property.Name.LocalName) ? new XElement(property.Name, property.Elements(T + "Mailbox").Select(CompleteRecipient))
        : IsTruth(property) ? new XElement(property.Name, EwsRequest.Flag(property.Value) == true ? "true" : "false")
        : property;

    private static XElement CompleteRecipient(XElement mailbox)
    {
        var address = mailbox.Element(T + "EmailAddress")?.Value.Trim() ?? "";
        return new XElement(
            mailbox.Name,
            new XElement(T + "Name", mailbox.Element(T + "Name")?.Value is { Length: > 0 } name ? name : address),
            address.Length == 0 ? null : new XElement(T + "EmailAddress", address),
            new XElement(T + "RoutingType", mailbox.Element(T + "RoutingType")?.Value ?? "SMTP"),
            new XElement(T + "MailboxType", mailbox.Element(T + "MailboxType")?.Value ?? "OneOff"));
    }

    private static bool IsTruth(XElement property) => new FieldPath("item:" + property.Name.LocalName).Kind == ValueKind.Truth;

    private static void CheckValue(XElement property)
    {
        var (name, value) = (property.Name.LocalName, property.Value.Trim());
        var isValid = name switch
        {
            "Importance" => value is "Low" or "Normal" or "High",
            "Sensitivity" => value is "Normal" or "Personal" or "Private" or "Confidential",
            _ when IsTruth(property) => EwsRequest.Flag(value) is not null,
            _ => true,
        };
        if (!isValid)
        {
            throw EwsFault.Schema($"The '{name}' element is invalid: the value '{value}' is invalid according to its datatype.");
        }

        if (name == "ExtendedProperty")
        {
            ExtendedPath.Of(
                property.Element(T + "ExtendedFieldURI") ?? throw EwsFault.Schema("The element 'ExtendedProperty' has incomplete content."));
        }
    }
}
