using System.Text;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Trust.Tests.Metadata;

/// <summary>What an authorization server that signs clients in publishes, in the form that AD FS and Entra give it (WS-Federation 1.2, 3).</summary>
public class FederationMetadataTests
{
    private const string Issuer = "http://adfs.fabrikam.com/adfs/services/trust";

    private static readonly Uri Url = new("https://adfs.fabrikam.com/FederationMetadata/2007-06/FederationMetadata.xml");

    private static readonly string AdFs = $"""
        <?xml version="1.0" encoding="utf-8"?>
        <!-- signed; the signature is not looked at -->
        <EntityDescriptor ID="_1" entityID="{Issuer}" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">
          <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:KeyInfo>{Certificate(3)}</ds:KeyInfo></ds:Signature>
          <RoleDescriptor xsi:type="fed:ApplicationServiceType" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706">{Key("encryption", 2)}</RoleDescriptor>
          <RoleDescriptor xsi:type="fed:SecurityTokenServiceType" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706">{Key("encryption", 2)}{Key("signing", 0)}{Key("signing", 1)}{Key("signing", 0)}</RoleDescriptor>
          <IDPSSODescriptor>{Key("signing", 3)}</IDPSSODescriptor>
        </EntityDescriptor>
        """;

    [Fact]
    public void The_issuer_and_the_signing_keys_of_the_token_service_count()
    {
        var document = Read(AdFs);

        Assert.Equal(Issuer, document.Issuer);
        Assert.Equal([Certs.Public(0), Certs.Public(1)], document.Keys.AsEnumerable());
    }

    [Fact]
    public void The_tenant_of_an_issuer_at_Entra_is_its_realm()
    {
        const string tenant = "af90cc03-4a26-45e9-906a-609cebcebbde";

        var document = Read(AdFs.Replace(Issuer, $"https://sts.windows.net/{tenant}/", StringComparison.Ordinal));

        Assert.Equal(tenant, document.Realm);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var document = AuthMetadata.Of(Estate.TokenServer, null, new CertificateSlots(null, Certs.Public(0), null, null), Url, Certs.Now);

        var read = Read(FederationMetadataWriter.Write(document));

        Assert.Equal((document.Issuer, document.Keys.Single()), (read.Issuer, read.Keys.Single()));
    }

    [Theory]
    [InlineData("<EntityDescriptor", "<EntitiesDescriptor", "EntityDescriptor>", "EntitiesDescriptor>", "PT3032")]
    [InlineData("entityID=\"", "entityId=\"", "", "", "PT3032")]
    [InlineData("fed:SecurityTokenServiceType", "fed:ApplicationServiceType", "", "", "PT3032")]
    [InlineData("use=\"signing\"", "use=\"encryption\"", "", "", "PT3032")]
    [InlineData("</EntityDescriptor>", "", "", "", "PT3032")]
    [InlineData("<!-- signed", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><!-- signed", "", "", "PT3032")]
    [InlineData("<ds:X509Certificate>", "<ds:X509Certificate>!", "", "", "PT3017")]
    public void Anything_else_is_refused(string from, string to, string alsoFrom, string alsoTo, string number)
    {
        var text = AdFs.Replace(from, to, StringComparison.Ordinal);
        text = alsoFrom.Length == 0 ? text : text.Replace(alsoFrom, alsoTo, StringComparison.Ordinal);

        Assert.Equal(number, Assert.Throws<FaultException>(() => Read(text)).Faults.Single().Code);
    }

    [Fact]
    public void A_root_of_the_right_name_is_not_blamed_when_the_issuer_is_missing()
    {
        var refusal = Assert.Throws<FaultException>(() => Read(AdFs.Replace("entityID", "entityId", StringComparison.Ordinal)));

        Assert.Contains("it has no entityID", refusal.Faults.Single().Found, StringComparison.Ordinal);
    }

    private static AuthMetadataDocument Read(string text) => AuthMetadataReader.Read(Encoding.UTF8.GetBytes(text), "application/xml", Url);

    private static string Key(string use, int number) =>
        $"""<KeyDescriptor use="{use}"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">{Certificate(number)}</ds:KeyInfo></KeyDescriptor>""";

    private static string Certificate(int number) =>
        $"<ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(Certs.Public(number).Der.AsSpan())}</ds:X509Certificate></ds:X509Data>";
}
