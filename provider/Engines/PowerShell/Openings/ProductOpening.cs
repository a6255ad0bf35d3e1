using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Openings;

/// <summary>How a product's cmdlets come into a shell (powershell.md 7).</summary>
/// <param name="Ways">Tried one after the other until one succeeds: the calls of each, in order.</param>
/// <param name="Cmdlets">The product's cmdlets that we may run. At least one must be there afterwards; which of them the account may not run shows
/// when it is needed.</param>
internal sealed record ProductOpening(ImmutableArray<ImmutableArray<CmdletCall>> Ways, ImmutableArray<AllowedCmdlet> Cmdlets)
{
    /// <summary>The user's modules, imported before: where they bring the cmdlets nothing else is done.</summary>
    public ImmutableArray<string> Modules { get; init; } = [];

    /// <summary>Whether a session was opened that is to be closed.</summary>
    public bool HasSession => Ways.Any(way => way.Any(call => call.Keep == SessionCmdlets.SessionName));

    /// <summary>Whether start-up scripts of the product run, which ask for a console.</summary>
    public bool NeedsHost => Ways.Any(way => way.Any(call => call.Cmdlet == SessionCmdlets.ExchangeScript));

    /// <summary>What to call the way in messages.</summary>
    public required string Description { get; init; }
}
