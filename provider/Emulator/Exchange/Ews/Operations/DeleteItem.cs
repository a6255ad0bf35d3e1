using System.Xml.Linq;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Items;
using PartnerTrust.Emulator.Mail;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Deletes items for good, or puts them where they can be recovered from.</summary>
internal static class DeleteItem
{
    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var goal = call.Operation.RequiredChoice("DeleteType", "HardDelete", "SoftDelete", "MoveToDeletedItems") switch
        {
            "SoftDelete" => MailFolders.Deletions,
            "MoveToDeletedItems" => MailFolders.DeletedItems,
            _ => null,
        };
        return EwsResponses.ForEachAsync("DeleteItem", call.Operation.Several("ItemIds"), "", async id =>
        {
            var item = await EwsItems.ResolveAsync(call, id, cancellationToken);
            return await DeleteAsync(call.Backend, item, goal, cancellationToken) ? [] : throw EwsRefusal.ItemNotFound();
        });
    }

    private static Task<bool> DeleteAsync(IHostBackend backend, MailItem item, string? goal, CancellationToken cancellationToken)
    {
        if (goal is null)
        {
            return backend.DeleteItemAsync(item.Id, cancellationToken);
        }

        var folder = item.Folder with { Name = MailFolders.SameSide(goal, item.Folder.Name) };
        return backend.ReplaceItemAsync(item, EwsItems.In(item, folder), cancellationToken);
    }
}
