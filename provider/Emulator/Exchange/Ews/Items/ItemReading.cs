using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Items;

/// <summary>Reads the items that clients write.</summary>
internal static class ItemReading
{
    private const int LargestBody = 512 * 1024;
    private const int LongestClass = 255;
    private static readonly XNamespace T = SoapNames.Types;

    /// <summary>A new item out of a <c>t:Message</c> or the like.</summary>
    public static MailItem Read(XElement item, MailFolder folder, string createdBy, DateTimeOffset now)
    {
        CheckKind(item.Name);
        foreach (var property in item.Elements())
        {
            PropertyWriting.Check(property);
        }

        return Of(
            new MailItem(EwsItems.NewId(), EwsItems.NewChangeKey(), folder, Usual(item.Name), "", "", "Text", createdBy, now),
            item.Elements().Select(PropertyWriting.Complete));
    }

    /// <summary>An item with these properties in place of those that it had.</summary>
    public static MailItem Of(MailItem item, IEnumerable<XElement> properties)
    {
        var (rest, body) = (new List<XElement>(), (XElement?)null);
        item = item with { Subject = "", Body = "", BodyType = "Text" };
        foreach (var property in properties)
        {
            switch (property.Name.LocalName)
            {
                case "ItemClass":
                    item = item with { ItemClass = ClassOf(property.Value, item.ItemClass) };
                    break;
                case "Subject":
                    item = item with { Subject = property.Value };
                    break;
                case "Body":
                    body = property;
                    break;
                default:
                    rest.Add(property);
                    break;
            }
        }

        return WithBody(item, body) with { Properties = ItemProperties.Format(rest) };
    }

    private static MailItem WithBody(MailItem item, XElement? body)
    {
        if (body is null)
        {
            return item;
        }

        if (body.Value.Length > LargestBody)
        {
            throw new EwsRefusal("ErrorMessageSizeExceeded", "The message exceeds the maximum supported size.");
        }

        var type = body.RequiredChoice("BodyType", "HTML", "Text");
        return item with { Body = body.Value, BodyType = type };
    }

    private static string ClassOf(string given, string otherwise) => given.Trim() switch
    {
        "" => otherwise,
        { Length: > LongestClass } => throw new EwsRefusal("ErrorInvalidPropertySet", "The item class is too long."),
        var name => name,
    };

    private static string Usual(XName kind) => kind.LocalName == "PostItem" ? "IPM.Post" : "IPM.Note";

    // The folders that these mailboxes have take mail.
    private static void CheckKind(XName kind)
    {
        if (kind == T + "Message" || kind == T + "Item" || kind == T + "PostItem")
        {
            return;
        }

        throw kind.LocalName switch
        {
            "CalendarItem" => new EwsRefusal("ErrorCannotCreateCalendarItemInNonCalendarFolder", "Cannot create a calendar item in a folder that is not a calendar."),
            "Contact" or "DistributionList" => new EwsRefusal("ErrorCannotCreateContactInNonContactFolder", "Cannot create a contact in a folder that is not for contacts."),
            "Task" => new EwsRefusal("ErrorCannotCreateTaskInNonTaskFolder", "Cannot create a task in a folder that is not for tasks."),
            _ => EwsFault.Schema($"The element 'Items' has invalid child element '{kind.LocalName}'."),
        };
    }
}
