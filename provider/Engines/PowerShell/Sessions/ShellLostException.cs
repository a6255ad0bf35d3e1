using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>A shell ended, or has to be ended, before it answered. Whether a call that was sent took effect is not known.</summary>
internal sealed class ShellLostException(Fault fault) : Exception(fault.Text)
{
    public Fault Fault { get; } = fault;
}
