using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What is to be run, in order, to bring a server from what was found to what is wanted.</summary>
/// <param name="Calls">Among them reads whose objects later calls need.</param>
internal sealed record CmdletPlan(ImmutableArray<CmdletCall> Calls)
{
    public static CmdletPlan Nothing { get; } = new(ImmutableArray<CmdletCall>.Empty);

    /// <summary>The calls that change nothing but the copy of a partner's keys. Not every product shows those, so that such a call may be planned
    /// again when it has been done.</summary>
    public ImmutableArray<CmdletCall> ForKeysAlone { get; init; } = [];

    /// <summary>Other calls of which nothing can be seen, and which are therefore planned whenever something is written.</summary>
    public ImmutableArray<CmdletCall> Unseen { get; init; } = [];

    /// <summary>What the product cannot do, and what is left of it: warnings.</summary>
    public ImmutableArray<Fault> Remarks { get; init; } = [];

    /// <summary>What is left when those calls are done: of some of them nothing would show that.</summary>
    public ImmutableArray<CmdletCall> After(IEnumerable<CmdletCall> done) =>
        Calls.RemoveRange(done.Where(call => ForKeysAlone.Contains(call) || Unseen.Contains(call)));

    public ImmutableArray<CmdletCall> Writes => [.. Calls.Where(AllowedCmdlets.Writes)];
}
