namespace PartnerTrust.Engines.Contract.Writing;

/// <param name="Server">Fqdn.</param>
/// <param name="Source">Where the certificate comes from.</param>
/// <param name="EffectiveDate">When it becomes current; null for at once.</param>
public sealed record BindCertificate(string Server, CertificateSource Source, DateTimeOffset? EffectiveDate);
