using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>A certificate that the engine is to make.</summary>
internal sealed record GeneratedCertificateInputs(Input<string> Subject, Input<int?> KeySize, Input<int?> ValidityDays)
{
    private const int DefaultBits = 2048;
    private const int DefaultDays = 1825;

    private const string SubjectName = "subject";
    private const string KeySizeName = "keySize";
    private const string ValidityDaysName = "validityDays";

    /// <summary>Length of the key.</summary>
    public int Bits => KeySize.Value ?? DefaultBits;

    public int Days => ValidityDays.Value ?? DefaultDays;

    public static GeneratedCertificateInputs Read(InputReader reader) =>
        new(reader.Text(SubjectName), reader.Whole(KeySizeName), reader.Whole(ValidityDaysName));

    /// <summary>The wish for a certificate like this one.</summary>
    public static PropertyMap Write(SigningCertificate certificate) => PropertyMap.Of(
        (SubjectName, certificate.Subject),
        (KeySizeName, certificate.KeySize),
        (ValidityDaysName, certificate.ValidityDays));

    public static PropertyMap WithSubject(PropertyMap wish, string subject) => wish.Set(SubjectName, subject);

    public static PropertyMap WithKeySize(PropertyMap wish, int bits) => wish.Set(KeySizeName, bits);

    /// <summary>The vendor's own name on Exchange; on the others the realm, which Lync wants in the subject (domain.md 2.1, 2.3).</summary>
    public static string DefaultSubject(Server server) => server.Product == ServerProduct.ExchangeServer
        ? "CN=Microsoft Exchange Server Auth Certificate"
        : $"CN={server.Realm}";

    public CertificateSource.Generated For(Server server) => new(Subject.Value ?? DefaultSubject(server), Bits, Days);

    /// <summary>What is known of the certificate before it is made.</summary>
    public PropertyMap PreviewOutputs()
    {
        var outputs = PropertyMap.Of((KeySizeName, Bits));
        return Subject.Value is { } subject ? outputs.With(PropertyMap.Of((SubjectName, subject), ("issuer", subject))) : outputs;
    }
}
