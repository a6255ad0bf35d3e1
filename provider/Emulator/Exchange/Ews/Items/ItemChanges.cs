using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Items;

/// <summary>Applies the changes of an update, one after the other.</summary>
internal static class ItemChanges
{
    private const string Modified = "LastModifiedTime";
    private static readonly XNamespace T = SoapNames.Types;

    public static MailItem Apply(MailItem before, IEnumerable<XElement> updates, DateTimeOffset now)
    {
        var item = new XElement(T + "Item", Written(before));
        foreach (var update in updates)
        {
            Apply(item, update);
        }

        item.Elements(T + Modified).Remove();
        item.Add(new XElement(T + Modified, ItemElements.Time(now)));
        return ItemReading.Of(before with { ChangeKey = EwsItems.NewChangeKey() }, item.Elements());
    }

    private static IEnumerable<XElement> Written(MailItem item) => ItemProperties.Parse(item.Properties).Concat(
    [
        new XElement(T + "ItemClass", item.ItemClass),
        new XElement(T + "Subject", item.Subject),
        new XElement(T + "Body", new XAttribute("BodyType", item.BodyType), item.Body),
    ]);

    private static void Apply(XElement item, XElement update)
    {
        var path = PathToElement.Among(update);
        var existing = path.In(item).Where(property => property.Parent == item).ToList();
        switch (update.Name.LocalName)
        {
            case "SetItemField":
                var given = Given(update, path);
                existing.ForEach(property => property.Remove());
                item.Add(PropertyWriting.Complete(given));
                break;
            case "AppendToItemField":
                Append(item, existing.FirstOrDefault(), PropertyWriting.Complete(Given(update, path)));
                break;
            case "DeleteItemField":
                CheckDeletion(path);
                existing.ForEach(property => property.Remove());
                break;
            default:
                throw EwsFault.Schema($"The element 'Updates' has invalid child element '{update.Name.LocalName}'.");
        }
    }

    // The one property that stands in the item of the change, which has to be the one that the path names.
    private static XElement Given(XElement update, PathToElement path)
    {
        var item = update.Elements().FirstOrDefault(element => !PathToElement.IsPath(element))
            ?? throw EwsFault.Schema($"The element '{update.Name.LocalName}' has incomplete content.");
        if (item.Elements().Count() != 1)
        {
            throw new EwsRefusal("ErrorIncorrectUpdatePropertyCount", "An update has to set one property at a time.");
        }

        var given = item.Elements().Single();
        PropertyWriting.Check(given);
        return path.In(item).Contains(given)
            ? given
            : throw new EwsRefusal("ErrorUpdatePropertyMismatch", "The property that is set is not the one that the path names.");
    }

    private static void Append(XElement item, XElement? existing, XElement given)
    {
        switch (given.Name.LocalName)
        {
            case "Body" when existing is not null:
                existing.Value += given.Value;
                break;
            case "ToRecipients" or "CcRecipients" or "BccRecipients" or "ReplyTo" when existing is not null:
                existing.Add(given.Elements());
                break;
            case "Body" or "ToRecipients" or "CcRecipients" or "BccRecipients" or "ReplyTo":
                item.Add(given);
                break;
            default:
                throw new EwsRefusal("ErrorInvalidPropertyAppend", $"Append action is invalid for property '{given.Name.LocalName}'.");
        }
    }

    private static void CheckDeletion(PathToElement path)
    {
        if (path is FieldPath { Element: "ItemClass" or "ItemId" or "ParentFolderId" or "Size" or "IsRead" or "IsDraft" } field)
        {
            throw new EwsRefusal("ErrorInvalidPropertyDelete", $"Delete action is invalid for property '{field.Element}'.");
        }
    }
}
