using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
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

    /// <summary>What is bound already, where it is just what is asked for, and its making was interrupted: to generate another would roll the key
    /// and lose the one before. Null where the certificate is to be made.</summary>
    public static async Task<CertificateBindingRecord?> FindAdoptableAsync(PropertyMap inputs, Operation operation)
    {
        if (operation.Adoptable.IsEmpty || Wish(inputs) is not { } generate || inputs.Has("effectiveDate")
            || operation.Installation.Find(inputs.Text("server")) is not { } server)
        {
            return null;
        }

        var record = await operation.FindCertificateBindingAsync(server);
        return record is { Generated: not false, Slots: { Current: { } current, Next: null } } && IsAsAskedFor(current, generate, server, operation.Now)
            ? record
            : null;
    }

    private static bool IsAsAskedFor(SigningCertificate certificate, PropertyMap generate, Server server, DateTimeOffset now) =>
        certificate.Subject == (generate.Text("subject") ?? DefaultSubject(server))
        && certificate.KeySize == KeySize(generate)
        && certificate.NotAfter - certificate.NotBefore == TimeSpan.FromDays(ValidityDays(generate))
        && certificate.IsValidAt(now);

    public static PropertyMap Foresee(PropertyMap inputs) => Wish(inputs) switch
    {
        { } generate when generate.TryText("subject", out var subject) => PropertyMap.Of(("subject", subject), ("issuer", subject), ("keySize", KeySize(generate))),
        { } generate => PropertyMap.Of(("keySize", KeySize(generate))),
        null => PropertyMap.Empty,
    };
}
