using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using PartnerTrust.Engines.Embedded.Hosts.Mail;
using PartnerTrust.Engines.Embedded.Hosts.Soap;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Ews;

/// <summary>Items as EWS writes them, properties in the order of the service's schema.</summary>
internal static class EwsItems
{
    private const int LargestBody = 512 * 1024;

    public static MailItem Read(XElement item, MailFolder folder, string createdBy, DateTimeOffset now)
    {
        var body = item.Element(SoapNames.Types + "Body");
        return body?.Value.Length > LargestBody
            ? throw new EwsRefusal("ErrorMessageSizeExceeded", "The message exceeds the maximum supported size.")
            : new MailItem(
                "AAMk" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)),
                Convert.ToBase64String(RandomNumberGenerator.GetBytes(15)),
                folder,
                Text(item, "ItemClass") is { Length: > 0 } given ? given : "IPM.Note",
                Text(item, "Subject"),
                body?.Value ?? "",
                body?.Attribute("BodyType")?.Value is "Text" or null ? "Text" : "HTML",
                createdBy,
                now);
    }

    public static XElement IdElement(MailItem item) => new(
        SoapNames.Types + "ItemId", new XAttribute("Id", item.Id), new XAttribute("ChangeKey", item.ChangeKey));

    /// <summary>The whole item; a search never shows bodies.</summary>
    public static XElement Write(MailItem item, bool withBody)
    {
        var time = item.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new XElement(
            SoapNames.Types + "Message",
            IdElement(item),
            EwsFolders.IdElement("ParentFolderId", item.Folder),
            new XElement(SoapNames.Types + "ItemClass", item.ItemClass),
            new XElement(SoapNames.Types + "Subject", item.Subject),
            new XElement(SoapNames.Types + "Sensitivity", "Normal"),
            withBody ? new XElement(SoapNames.Types + "Body", new XAttribute("BodyType", item.BodyType), item.Body) : null,
            new XElement(SoapNames.Types + "DateTimeReceived", time),
            new XElement(SoapNames.Types + "Size", item.Subject.Length + item.Body.Length),
            new XElement(SoapNames.Types + "Importance", "Normal"),
            new XElement(SoapNames.Types + "IsDraft", "false"),
            new XElement(SoapNames.Types + "DateTimeSent", time),
            new XElement(SoapNames.Types + "DateTimeCreated", time),
            new XElement(SoapNames.Types + "HasAttachments", "false"));
    }

    private static string Text(XElement item, string name) => item.Element(SoapNames.Types + name)?.Value ?? "";
}
