using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;

namespace PartnerTrust.Engines.PowerShell.Openings;

/// <summary>The scripts that a session may run in its own scope. The variable is set on every machine with the management tools.</summary>
internal static class ExchangeScripts
{
    public static ImmutableSortedDictionary<string, string> All { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create(SessionCmdlets.ExchangeScript, $"%ExchangeInstallPath%bin{Path.DirectorySeparatorChar}{SessionCmdlets.ExchangeScript}")]);
}
