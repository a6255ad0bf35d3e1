using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Bindings;

/// <summary>Where a key may be kept that signs tokens: Exchange cannot sign with one that a CNG provider keeps (domain.md 2.3).</summary>
public static class KeyProviderRules
{
    /// <summary>Null where nothing is against it, as far as the provider is told.</summary>
    public static Fault? Check(CertificateWithKey certificate, ServerProduct product) =>
        product == ServerProduct.ExchangeServer && IsOfCng(certificate.KeyProvider)
            ? FaultCatalogue.KeyProviderUnsupported(certificate.Certificate.Thumbprint, certificate.KeyProvider!)
            : null;

    private static bool IsOfCng(string? provider) => provider?.Contains("Key Storage Provider", StringComparison.OrdinalIgnoreCase) == true;
}
