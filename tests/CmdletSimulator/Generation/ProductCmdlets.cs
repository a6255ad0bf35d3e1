using System.Collections.Immutable;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>The cmdlets that a server of a release has.</summary>
public sealed class ProductCmdlets(ReferencePages pages)
{
    public ImmutableArray<CmdletSyntax> Of(Edition edition) => edition.Product switch
    {
        ServerProduct.LyncServer => [.. pages.Of(edition), OtherCmdlets.GetCsServerVersion, OtherCmdlets.GetItem, OtherCmdlets.GetDate],
        ServerProduct.ExchangeServer => [.. pages.Of(edition).Concat(OfExchange2013(edition))],
        _ =>
        [
            .. pages.Of(edition).Select(cmdlet => edition.IsSnapin ? OlderSharePoint.Of(cmdlet) : cmdlet),
            .. OtherCmdlets.SharePoint,
            OtherCmdlets.GetItem,
            OtherCmdlets.GetDate,
        ],
    };

    /// <summary>The cmdlets of the later releases, under the names that they had then.</summary>
    private IEnumerable<CmdletSyntax> OfExchange2013(Edition edition) => edition != Edition.Exchange2013 ? [] :
        pages.Of(Edition.Exchange2016).Where(later => later.Name.EndsWith("-ClientAccessService", StringComparison.Ordinal))
            .Select(later => later with { Name = later.Name.Replace("AccessService", "AccessServer", StringComparison.Ordinal) });
}
