using System.Collections.Frozen;
using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>The products' own cmdlets that this engine runs, and nothing else.</summary>
public static class AllowedCmdlets
{
    private static readonly FrozenDictionary<string, AllowedCmdlet> ByName =
        All.ToFrozenDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal);

    public static ImmutableArray<AllowedCmdlet> All =>
        [.. LyncCmdlets.Table, .. ExchangeCmdlets.Table, .. SharePointCmdlets.Table, .. MachineCmdlets.Table];

    /// <summary>By its exact name: PowerShell would also take another case, a module's name before it, and an alias.</summary>
    public static AllowedCmdlet? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether the call changes the server.</summary>
    public static bool Writes(CmdletCall call) => Find(call.Cmdlet) is not { Effect: CmdletEffect.Reads };
}
