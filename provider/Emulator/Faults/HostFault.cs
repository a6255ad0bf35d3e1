namespace PartnerTrust.Emulator.Faults;

/// <summary>A fault that is switched on for a server.</summary>
/// <param name="Server">Fqdn.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Value">What the kind takes: the place to redirect to, the seconds of delay or skew; null for its default.</param>
public sealed record HostFault(string Server, HostFaultKind Kind, string? Value);
