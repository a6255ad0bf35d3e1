using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Sessions;

namespace PartnerTrust.Engines.PowerShell;

/// <summary>Where a server's cmdlets run.</summary>
/// <param name="Line">The command line that starts a PowerShell.</param>
/// <param name="Layer">How the product's cmdlets come into it.</param>
/// <param name="Modules">Modules, by name or path, that are imported before.</param>
public sealed record ServerShell(ShellCommandLine Line, SessionLayer Layer, ImmutableArray<string> Modules);
