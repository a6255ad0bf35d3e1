using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Folders;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Items;

/// <summary>Items as EWS writes them: what a client wrote, and what the server knows besides.</summary>
internal static class ItemElements
{
    private static readonly XNamespace T = SoapNames.Types;
    private static readonly string[] Times = ["DateTimeReceived", "DateTimeSent", "DateTimeCreated", "LastModifiedTime"];

    private static readonly string[] Untrue =
    [
        "IsSubmitted", "IsFromMe", "IsResend", "HasAttachments", "IsAssociated", "ReminderIsSet", "IsReadReceiptRequested",
        "IsDeliveryReceiptRequested",
    ];

    /// <summary>What the default shape shows of a message.</summary>
    public static FrozenSet<string> Default { get; } = new[]
    {
        "ItemId", "Subject", "Sensitivity", "Body", "Size", "DateTimeSent", "DateTimeCreated", "HasAttachments", "ToRecipients", "CcRecipients",
        "BccRecipients", "IsReadReceiptRequested", "IsDeliveryReceiptRequested", "From", "IsRead",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A time as the service writes it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The item with nothing but its id.</summary>
    public static XElement WriteId(MailItem item) => new(NameOf(item), IdOf(item));

    /// <summary>The item with every property.</summary>
    public static XElement Write(MailItem item)
    {
        var written = ItemProperties.Parse(item.Properties);
        var names = written.Select(property => property.Name).ToHashSet();
        return FieldNames.Arrange(NameOf(item), written.Concat(Known(item, written).Where(property => !names.Contains(property.Name))));
    }

    private static IEnumerable<XElement> Known(MailItem item, List<XElement> written)
    {
        var time = Time(item.CreatedAt);
        yield return IdOf(item);
        yield return EwsFolders.WriteId("ParentFolderId", item.Folder);
        yield return new XElement(T + "ItemClass", item.ItemClass);
        yield return new XElement(T + "Subject", item.Subject);
        yield return new XElement(T + "Body", new XAttribute("BodyType", item.BodyType), item.Body);
        yield return new XElement(T + "Sensitivity", "Normal");
        yield return new XElement(T + "Importance", "Normal");
        yield return new XElement(
            T + "Size", Encoding.UTF8.GetByteCount(item.Subject) + Encoding.UTF8.GetByteCount(item.Body) + item.Properties.Length);
        foreach (var name in Times)
        {
            yield return new XElement(T + name, time);
        }

        foreach (var name in Untrue)
        {
            yield return new XElement(T + name, "false");
        }

        yield return new XElement(T + "IsDraft", MessageFlags.IsDraft(written) ? "true" : "false");
        yield return new XElement(T + "IsUnmodified", written.Exists(property => property.Name == T + "LastModifiedTime") ? "false" : "true");
        yield return new XElement(T + "IsRead", MessageFlags.IsRead(written) ? "true" : "false");
        yield return new XElement(T + "DisplayTo", Names(written, "ToRecipients"));
        yield return new XElement(T + "DisplayCc", Names(written, "CcRecipients"));
        yield return new XElement(T + "Culture", "en-US");
        yield return new XElement(T + "LastModifiedName", item.CreatedBy);
        yield return new XElement(T + "ConversationTopic", item.Subject);
        yield return EffectiveRights.Write();
    }

    private static string Names(List<XElement> written, string recipients) => string.Join(
        "; ", written.Where(property => property.Name == T + recipients).Elements(T + "Mailbox").Select(mailbox => mailbox.Element(T + "Name")?.Value));

    private static XName NameOf(MailItem item) =>
        T + (item.ItemClass.StartsWith("IPM.Post", StringComparison.OrdinalIgnoreCase) ? "PostItem" : "Message");

    private static XElement IdOf(MailItem item) => new(T + "ItemId", new XAttribute("Id", item.Id), new XAttribute("ChangeKey", item.ChangeKey));
}
