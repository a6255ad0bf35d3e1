using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Options;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>How real servers are reached.</summary>
/// <param name="Shells">By the fqdn of each server that is reached through PowerShell.</param>
/// <param name="Timeouts">How long cmdlets may take.</param>
/// <param name="Transcript">The file to which every cmdlet that was run is added; null for none.</param>
public sealed record PowerShellSettings(ImmutableSortedDictionary<string, ServerShell> Shells, Timeouts Timeouts, string? Transcript);
