using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>A cmdlet that a shell may run, and the parameters that we give it.</summary>
/// <param name="Name">As documented.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Parameters">As documented. PowerShell would bind abbreviations and, where a function collects the rest, unknown names: what is
/// not listed is never sent.</param>
public sealed record AllowedCmdlet(string Name, CmdletEffect Effect, ImmutableArray<string> Parameters);
