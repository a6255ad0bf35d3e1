using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Openings;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell;

/// <summary>Where the cmdlets of each server run, and how they come there.</summary>
internal sealed class ShellTargets(ServerDirectory servers, ImmutableSortedDictionary<string, ServerShell> shells)
{
    public ShellTarget Of(string fqdn)
    {
        var (server, shell) = (servers.Require(fqdn), shells[fqdn]);
        return new ShellTarget(fqdn, new ShellCommandLine(shell.CommandLine), OpeningOf(server, shell.Layer) with { Modules = shell.Modules });
    }

    private static ProductOpening OpeningOf(Server server, SessionLayer layer) => (server.Product, layer) switch
    {
        (ServerProduct.LyncServer, SessionLayer.Remote) => ProductOpenings.LyncSession(server.Fqdn, LyncTable),
        (ServerProduct.LyncServer, _) => ProductOpenings.LyncModule(LyncTable),
        (ServerProduct.ExchangeServer, SessionLayer.Remote) => ProductOpenings.ExchangeSession(ConnectionHost(server), ExchangeTable),
        (ServerProduct.ExchangeServer, _) => ProductOpenings.ExchangeShell(ExchangeTable),
        _ => ProductOpenings.SharePointModule(SharePointCmdlets.Table),
    };

    private static ImmutableArray<AllowedCmdlet> LyncTable => [.. LyncCmdlets.Table, .. TestCmdlets.Lync];

    private static ImmutableArray<AllowedCmdlet> ExchangeTable => [.. ExchangeCmdlets.Table, .. TestCmdlets.Exchange];

    /// <summary>A ticket is for a machine: a name that stands for several has none.</summary>
    private static string ConnectionHost(Server server) => server.Members.IsEmpty ? server.Fqdn : server.Members[0];
}
