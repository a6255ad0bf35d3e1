namespace PartnerTrust.Network;

/// <summary>A server's TLS certificate is not taken, and why.</summary>
public sealed class TlsRefusedException(string reason) : Exception(reason)
{
    /// <summary>What is wrong with it, for people.</summary>
    public string Reason { get; } = reason;
}
