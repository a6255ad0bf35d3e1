namespace PartnerTrust.Engines.Contract.Capabilities;

public sealed record FetchMetadata(Uri Url, bool TrustAnySslCertificate);
