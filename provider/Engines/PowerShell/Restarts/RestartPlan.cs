using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Restarts;

/// <summary>What restarting means on a machine of a product (domain.md 2.3, 2.4, 8 row 22; powershell.md 10).</summary>
internal static class RestartPlan
{
    private const string Activation = "WAS";
    private const string Publishing = "W3SVC";
    private const string SharePointTimer = "SPTimerV4";

    private static readonly ImmutableArray<string> ExchangePools = ["MSExchangeOWAAppPool", "MSExchangeECPAppPool"];

    /// <param name="scope">What to restart.</param>
    /// <param name="product">Of the server.</param>
    /// <param name="machine">Fqdn.</param>
    /// <param name="isHere">Whether the shell runs on that machine.</param>
    /// <exception cref="FaultException">It cannot be restarted.</exception>
    public static ImmutableArray<CmdletCall> Of(RestartScope scope, ServerProduct product, string machine, bool isHere) => scope switch
    {
        RestartScope.None => [],
        RestartScope.AppPools when product != ServerProduct.ExchangeServer => throw new FaultException(FaultCatalogue.PoolsUnknown(machine, product)),
        RestartScope.AppPools when !isHere => throw new FaultException(FaultCatalogue.PoolsOutOfReach(machine)),
        RestartScope.AppPools => [.. ExchangePools.Select(RestartCmdlets.RestartPool)],
        _ => [.. isHere ? IisHere() : IisOn(machine), .. product == ServerProduct.SharePointServer ? Timer(machine, isHere) : []],
    };

    /// <summary>Stopping the activation service stops the publishing service, which does not come back by itself.</summary>
    private static IEnumerable<CmdletCall> IisHere() => [RestartCmdlets.Restart(Activation), RestartCmdlets.Start(Publishing)];

    private static IEnumerable<CmdletCall> IisOn(string machine) =>
    [
        RestartCmdlets.FindOn(machine, Activation),
        RestartCmdlets.RestartFound(),
        RestartCmdlets.FindOn(machine, Publishing),
        RestartCmdlets.StartFound(),
    ];

    private static IEnumerable<CmdletCall> Timer(string machine, bool isHere) => isHere
        ? [RestartCmdlets.Restart(SharePointTimer)]
        : [RestartCmdlets.FindOn(machine, SharePointTimer), RestartCmdlets.RestartFound()];
}
