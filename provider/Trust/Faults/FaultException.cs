using System.Collections.Immutable;

namespace PartnerTrust.Trust.Faults;

/// <summary>An operation was refused, or did not come to its end: the faults say why. What it did before that, they do not say.</summary>
public sealed class FaultException : Exception
{
    public FaultException(Fault fault)
        : this([fault])
    {
    }

    public FaultException(ImmutableArray<Fault> faults)
        : base(string.Join("; ", faults)) => Faults = faults;

    public FaultException(Fault fault, Exception innerException)
        : base(fault.ToString(), innerException) => Faults = [fault];

    public ImmutableArray<Fault> Faults { get; }
}
