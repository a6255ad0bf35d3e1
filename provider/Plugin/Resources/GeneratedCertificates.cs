using PartnerTrust.Engines.Requests;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Certificates that the engine makes.</summary>
internal static class GeneratedCertificates
{
    private const int DefaultKeySize = 2048;
    private const int DefaultValidityDays = 1825;

    /// <summary>The vendor's own name on Exchange; on the others the realm, which Lync wants in the subject (domain.md 2.1, 2.3).</summary>
    public static string DefaultSubject(Server server) => server.Product == ServerProduct.ExchangeServer
        ? "CN=Microsoft Exchange Server Auth Certificate"
        : $"CN={server.Realm}";

    /// <summary>Null when the certificate comes from elsewhere.</summary>
    public static PropertyMap? Wish(PropertyMap inputs) => inputs.Map("source")?.Map("generate");

    public static int KeySize(PropertyMap generate) => generate.Whole("keySize") ?? DefaultKeySize;

    public static int ValidityDays(PropertyMap generate) => generate.Whole("validityDays") ?? DefaultValidityDays;

    public static CertificateSource Of(PropertyMap generate, Server server) => new CertificateSource.Generated(
        generate.Text("subject") ?? DefaultSubject(server), KeySize(generate), ValidityDays(generate));

    public static PropertyMap Foresee(PropertyMap inputs) => Wish(inputs) switch
    {
        { } generate when generate.TryText("subject", out var subject) => PropertyMap.Of(("subject", subject), ("issuer", subject), ("keySize", KeySize(generate))),
        { } generate => PropertyMap.Of(("keySize", KeySize(generate))),
        null => PropertyMap.Empty,
    };
}
