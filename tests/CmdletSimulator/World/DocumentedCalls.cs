using System.Collections.Frozen;
using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Holds what the product sends against the pages, before any binder sees it: a shell would take names that are cut short, or written in
/// another case.</summary>
public static class DocumentedCalls
{
    private static readonly Lazy<FrozenDictionary<string, CmdletSyntax>> Pages = new(() =>
        ReferencePages.Read().All.Concat(OtherCmdlets.All).ToFrozenDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal));

    /// <summary>What every shell brings, and a script.</summary>
    private static readonly FrozenSet<string> OfTheShell = ["Import-Module", "Get-Command", "RemoteExchange.ps1"];

    /// <summary>What no page has of the call; null where one set of its page has everything, and all that the set needs is given.</summary>
    public static string? Complaint(CmdletCall call)
    {
        if (OfTheShell.Contains(call.Cmdlet))
        {
            return null;
        }

        if (!Pages.Value.TryGetValue(call.Cmdlet, out var cmdlet))
        {
            return $"{call.Cmdlet} is documented nowhere";
        }

        var given = call.Parameters.Select(parameter => parameter.Name).Except(CallConformance.Common).ToHashSet(StringComparer.Ordinal);
        return cmdlet.Sets.Any(set => Takes(set, given)) ? null : $"{call.Cmdlet} has no set that takes {string.Join(", ", given)}";
    }

    private static bool Takes(CmdletSet set, HashSet<string> given) =>
        given.IsSubsetOf(set.Parameters.Select(parameter => parameter.Name))
        && set.Parameters.All(parameter => !parameter.IsMandatory || given.Contains(parameter.Name));
}
