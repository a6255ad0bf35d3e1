using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>A step of a check failed, and why.</summary>
internal sealed class CheckFailure(Fault fault, string? detail = null, string? diagnostics = null) : Exception(fault.Text)
{
    public Fault Fault { get; } = fault;

    /// <summary>What was seen; by default what the fault says was found.</summary>
    public string Detail { get; } = detail ?? fault.Found;

    /// <summary>The server's own diagnostics.</summary>
    public string? Diagnostics { get; } = diagnostics;
}
