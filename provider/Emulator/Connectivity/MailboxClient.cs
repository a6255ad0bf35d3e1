using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Writes, reads and deletes the item of a check over EWS.</summary>
internal sealed class MailboxClient(ServiceCalls calls, Uri ews, string token, string sipUri)
{
    private static readonly XNamespace M = SoapNames.Messages;
    private static readonly XNamespace T = SoapNames.Types;

    /// <summary>The id of the new item.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="body">Its text.</param>
    /// <param name="check">The check that will delete it; null when nobody will.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<string> CreateAsync(StorageFolder folder, string subject, string body, Guid? check, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            new XElement(
                M + "CreateItem",
                new XAttribute("MessageDisposition", "SaveOnly"),
                new XElement(M + "SavedItemFolderId", FolderId(folder)),
                new XElement(
                    M + "Items",
                    new XElement(
                        T + "Message",
                        new XElement(T + "ItemClass", "IPM.Note.Microsoft.Conversation"),
                        new XElement(T + "Subject", subject),
                        new XElement(T + "Body", new XAttribute("BodyType", "Text"), body),
                        check is { } marked ? CheckMark.Of(marked) : null))),
            cancellationToken);
        return answer.Descendants(T + "ItemId").FirstOrDefault()?.Attribute("Id")?.Value
            ?? throw new CheckFailure(FaultCatalogue.MailboxRefuses("CreateItem", "NoError", "no item id in the answer"));
    }

    /// <summary>The subject of the item.</summary>
    public async Task<string> ReadSubjectAsync(string itemId, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            new XElement(M + "GetItem", new XElement(M + "ItemShape", new XElement(T + "BaseShape", "AllProperties")), ItemIds(itemId)),
            cancellationToken);
        return answer.Descendants(T + "Subject").FirstOrDefault()?.Value ?? "";
    }

    /// <summary>The items that checks have written and not deleted yet, each with its check.</summary>
    public async Task<IReadOnlyList<(string ItemId, Guid Check)>> FindMarkedAsync(StorageFolder folder, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            new XElement(
                M + "FindItem",
                new XAttribute("Traversal", "Shallow"),
                new XElement(
                    M + "ItemShape", new XElement(T + "BaseShape", "IdOnly"), new XElement(T + "AdditionalProperties", CheckMark.Path)),
                new XElement(M + "Restriction", new XElement(T + "Exists", CheckMark.Path)),
                new XElement(M + "ParentFolderIds", FolderId(folder))),
            cancellationToken);
        return [.. CheckMark.In(answer)];
    }

    public Task DeleteAsync(string itemId, CancellationToken cancellationToken) =>
        CallAsync(new XElement(M + "DeleteItem", new XAttribute("DeleteType", "HardDelete"), ItemIds(itemId)), cancellationToken);

    private static XElement FolderId(StorageFolder folder) =>
        new(T + "DistinguishedFolderId", new XAttribute("Id", StorageFolders.IdOf(folder)));

    private static XElement ItemIds(string itemId) => new(M + "ItemIds", new XElement(T + "ItemId", new XAttribute("Id", itemId)));

    private async Task<XElement> CallAsync(XElement operation, CancellationToken cancellationToken)
    {
        var name = operation.Name.LocalName;
        var soap = SoapEnvelope.Write([new XElement(T + "RequestServerVersion", new XAttribute("Version", "Exchange2013"))], operation);
        var message = await calls.CallAsync(ews, token, soap, M.NamespaceName + "/" + name, cancellationToken);
        var code = message.Content.Descendants(M + "ResponseCode").FirstOrDefault()?.Value
            ?? message.Content.Descendants(SoapNames.Errors + "ResponseCode").FirstOrDefault()?.Value ?? "no response code";
        return code switch
        {
            "NoError" => message.Content,
            "ErrorArchiveMailboxNotEnabled" => throw new CheckFailure(FaultCatalogue.ArchiveNotEnabled(sipUri)),
            _ => throw new CheckFailure(
                FaultCatalogue.MailboxRefuses(name, code, message.Content.Descendants(M + "MessageText").FirstOrDefault()?.Value ?? "")),
        };
    }
}
