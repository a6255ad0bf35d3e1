namespace PartnerTrust.Engines.Requests;

public sealed record PublishMetadata(string Server, Uri Url, bool TrustAnySslCertificate);
