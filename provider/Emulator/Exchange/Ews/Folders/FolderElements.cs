using System.Collections.Frozen;
using System.Xml.Linq;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Exchange.Ews.Search;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Folders;

/// <summary>Folders as EWS writes them.</summary>
internal static class FolderElements
{
    public static FrozenSet<string> Default { get; } =
        new[] { "FolderId", "DisplayName", "TotalCount", "ChildFolderCount", "UnreadCount" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The folder with every property, what it holds counted.</summary>
    public static async Task<XElement> WriteAsync(IHostBackend backend, MailFolder folder, CancellationToken cancellationToken)
    {
        var known = MailFolders.Find(folder.Name)!;
        var (total, unread) = await CountAsync(backend, folder, cancellationToken);
        return new XElement(
            SoapNames.Types + "Folder",
            EwsFolders.WriteId("FolderId", folder),
            known.Parent is { } parent ? EwsFolders.WriteId("ParentFolderId", folder with { Name = parent }) : null,
            new XElement(SoapNames.Types + "FolderClass", "IPF.Note"),
            new XElement(SoapNames.Types + "DisplayName", known.DisplayName),
            new XElement(SoapNames.Types + "TotalCount", total),
            new XElement(SoapNames.Types + "ChildFolderCount", MailFolders.ChildrenOf(known.Id).Count()),
            EffectiveRights.Write(),
            new XElement(SoapNames.Types + "DistinguishedFolderId", known.Id),
            new XElement(SoapNames.Types + "UnreadCount", unread));
    }

    private static async Task<(int Total, int Unread)> CountAsync(IHostBackend backend, MailFolder folder, CancellationToken cancellationToken)
    {
        for (var (seen, unread) = (0, 0); ;)
        {
            var page = await backend.ListItemsAsync(folder, seen, PageView.Largest, cancellationToken);
            seen += page.Items.Length;
            unread += page.Items.Count(item => item.Properties.Length > 0 && !MessageFlags.IsRead(ItemProperties.Parse(item.Properties)));
            if (page.Items.IsEmpty || seen >= page.Total)
            {
                return (page.Total, unread);
            }
        }
    }
}
