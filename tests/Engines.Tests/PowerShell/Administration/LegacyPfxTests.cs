using System.Security.Cryptography.Pkcs;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Administration;

public sealed class LegacyPfxTests
{
    private static readonly OneTimePassword Password = OneTimePassword.Make();

    [Fact]
    public void A_certificate_comes_out_of_its_wrapping_with_its_key()
    {
        var read = CertificateReader.ReadPfxOrPem(LegacyPfx.Of(Certs.Key(0), Password).AsSpan(), Password.Value);

        Assert.Equal(Certs.Key(0), read);
    }

    [Fact]
    public void It_is_opened_by_its_own_password_alone()
    {
        var fault = Assert.Throws<FaultException>(
            () => CertificateReader.ReadPfxOrPem(LegacyPfx.Of(Certs.Key(0), Password).AsSpan(), OneTimePassword.Make().Value));

        Assert.Equal("PT2008", fault.Faults[0].Code);
    }

    [Fact]
    public void The_key_is_meant_for_a_provider_that_the_servers_can_sign_with()
    {
        var info = Pkcs12Info.Decode(LegacyPfx.Of(Certs.Key(0), Password).AsMemory(), out _);

        var key = info.AuthenticatedSafe.Where(contents => contents.ConfidentialityMode == Pkcs12ConfidentialityMode.None)
            .SelectMany(contents => contents.GetBags()).OfType<Pkcs12ShroudedKeyBag>().Single();
        var provider = key.Attributes.Cast<System.Security.Cryptography.CryptographicAttributeObject>()
            .Single(attribute => attribute.Oid.Value == "1.3.6.1.4.1.311.17.1").Values[0].RawData;
        Assert.Equal(
            "Microsoft RSA SChannel Cryptographic Provider",
            new System.Formats.Asn1.AsnReader(provider, System.Formats.Asn1.AsnEncodingRules.DER).ReadCharacterString(
                System.Formats.Asn1.UniversalTagNumber.BMPString));
    }

    [Fact]
    public void Passwords_are_used_once_and_never_shown()
    {
        var wrapped = CertificateToImport.Wrap(Certs.Key(0), Password);

        Assert.NotEqual(OneTimePassword.Make(), OneTimePassword.Make());
        Assert.DoesNotContain(Password.Value, $"{Password} {wrapped}", StringComparison.Ordinal);
    }
}
