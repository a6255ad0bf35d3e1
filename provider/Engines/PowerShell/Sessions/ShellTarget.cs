using PartnerTrust.Engines.PowerShell.Openings;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>Where the cmdlets of a server run.</summary>
/// <param name="Server">Fqdn, by which messages name it.</param>
/// <param name="Line">The command line that starts its shell.</param>
/// <param name="Opening">How the product's cmdlets come into it.</param>
internal sealed record ShellTarget(string Server, ShellCommandLine Line, ProductOpening Opening);
