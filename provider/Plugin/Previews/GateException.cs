using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Previews;

/// <summary>The preview fails, because <c>proveOnPreview</c> asks it to.</summary>
internal sealed class GateException(Fault fault) : Exception(fault.ToString())
{
    public Fault Fault { get; } = fault;
}
