namespace PartnerTrust.Engines.Requests;

public sealed record PublishMetadata(string Server, Uri Url, bool TrustAnySslCertificate)
{
    /// <summary>The server that publishes at the URL and is to give it up to this one, in one step; null where the URL is free.</summary>
    public string? InPlaceOf { get; init; }
}
