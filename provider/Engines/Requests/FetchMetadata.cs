namespace PartnerTrust.Engines.Requests;

public sealed record FetchMetadata(Uri Url, bool TrustAnySslCertificate);
