using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Folders;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Exchange.Ews.Search;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Finds folders below others.</summary>
internal static class FindFolder
{
    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var traversal = call.Operation.RequiredChoice("Traversal", "Shallow", "Deep", "SoftDeleted");
        var shape = ResponseShape.Read(call.Operation.Child("FolderShape"));
        var view = PageView.Read(call.Operation, "Folder");
        var matches = Restriction.Read(call.Operation);
        return EwsResponses.ForEachAsync("FindFolder", call.Operation.Several("ParentFolderIds"), "", async id =>
        {
            var parent = await EwsFolders.ResolveAsync(call, id, cancellationToken);
            var found = new List<XElement>();
            foreach (var folder in Below(parent.Name, traversal))
            {
                var whole = await FolderElements.WriteAsync(call.Backend, parent with { Name = folder.Id }, cancellationToken);
                if (matches(whole))
                {
                    found.Add(whole);
                }
            }

            var page = view.Of(found);
            var folders = page.Entries.Select(whole => shape.Of(whole, FolderElements.Default, "FolderId"));
            return [page.RootFolder(new XElement(SoapNames.Types + "Folders", folders))];
        });
    }

    private static IEnumerable<KnownFolder> Below(string parent, string traversal) => traversal switch
    {
        "Shallow" => MailFolders.ChildrenOf(parent),
        "Deep" => MailFolders.Below(parent),
        _ => [],
    };
}
