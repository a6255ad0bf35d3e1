namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>A property could not be read: what it holds is unknown, and not absent.</summary>
public sealed class UnreadablePropertyException(string type, string property, string reason)
    : Exception($"The property {property} of {type} cannot be read: {reason}")
{
    public string Property { get; } = property;

    public string Reason { get; } = reason;
}
