namespace PartnerTrust.Engines.Contract.Writing;

public sealed record PublishMetadata(string Server, Uri Url, bool TrustAnySslCertificate)
{
    /// <summary>Whether another server that publishes at the URL gives it up to this one, in one step.</summary>
    public bool TakesOver { get; init; }
}
