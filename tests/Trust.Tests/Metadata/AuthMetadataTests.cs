using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Metadata;

public class AuthMetadataTests
{
    private static readonly CertificateSlots Rolling = new(Certs.Public(0), Certs.Public(1), Certs.Public(2), Certs.Now.AddDays(3));

    public static TheoryData<ServerProduct> Products => [.. Enum.GetValues<ServerProduct>()];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_document_written_is_read_back_equal(ServerProduct product)
    {
        var document = Published(product, Rolling);

        Assert.Equal(document, Read(AuthMetadataWriter.Write(document, product)));
    }

    [Fact]
    public void Any_document_is_read_back_equal()
    {
        var name = Gen.Elements("a", "Ä", "\"", "\\", "/", " ", "", "\u2028", "😀", "<html>").ArrayOf().Select(string.Concat);
        var realm = Gen.Elements("litwareinc.com", "Contoso.com", "*", "af90cc03-4a26-45e9-906a-609cebcebbde", "x/y");
        var documents =
            from realmText in realm
            from nameText in name
            from keyIndexes in Gen.Choose(0, 3).NonEmptyListOf()
            from audiences in realm.ArrayOf()
            from endpoints in name.ArrayOf()
            select new AuthMetadataDocument(
                WellKnownApplications.Lync,
                realmText,
                $"{WellKnownApplications.Lync}@{realmText}",
                nameText,
                [.. audiences.Take(60)],
                [.. keyIndexes.Distinct().Select(Certs.Public)],
                [.. endpoints.Take(60).Select(e => new MetadataEndpoint(e, "OAuth2", e))])
            {
                Id = nameText,
            };

        Prop.ForAll(documents.ToArbitrary(), d => Read(AuthMetadataWriter.Write(d, ServerProduct.ExchangeServer)).Equals(d))
            .Check(GeneratedCases.Config(300));
    }

    [Fact]
    public void Exchange_writes_every_field_in_the_order_of_the_vendor_sample()
    {
        var json = JObject.Parse(AuthMetadataWriter.Write(Published(ServerProduct.ExchangeServer, Rolling), ServerProduct.ExchangeServer));

        Assert.Equal(
            ["id", "version", "name", "realm", "serviceName", "issuer", "allowedAudiences", "keys", "endpoints"],
            json.Properties().Select(p => p.Name));
        Assert.Equal("1.0", (string?)json["version"]);
        Assert.Equal(Certs.Public(1).Thumbprint.X5t, (string?)json["keys"]![0]!["keyinfo"]!["x5t"]);
        Assert.Equal("x509Certificate", (string?)json["keys"]![0]!["keyvalue"]!["type"]);
        Assert.Equal("https://autodiscover.litwareinc.com/autodiscover/metadata/json/1", (string?)json["endpoints"]![0]!["location"]);
    }

    [Fact]
    public void SharePoint_writes_four_fields_with_escaped_slashes_and_no_digest()
    {
        var text = AuthMetadataWriter.Write(Published(ServerProduct.SharePointServer, Rolling), ServerProduct.SharePointServer);

        Assert.Equal(["issuer", "keys", "name", "serviceName"], JObject.Parse(text).Properties().Select(p => p.Name));
        Assert.DoesNotContain("\"x5t\"", text, StringComparison.Ordinal);
        Assert.Contains("\"keyValue\"", text, StringComparison.Ordinal);
        Assert.Contains("\"usage\":\"Signing\"", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '/'), text.Split("\\/").Length - 1);
    }

    [Fact]
    public void A_token_server_tells_where_it_issues()
    {
        var document = Published(ServerProduct.TokenServer, Rolling);

        Assert.Equal([new MetadataEndpoint("https://sts.litwareinc.com/tokens/oauth/2", "OAuth2", "issuance")], document.Endpoints.AsEnumerable());
    }

    [Fact]
    public void Lyncs_realm_and_name_come_from_its_OAuth_configuration()
    {
        var settings = Estate.LyncSettings with { Realm = "contoso.com" };

        var document = AuthMetadata.Of(Estate.Lync, settings, Rolling, Estate.Lync.MetadataUrl, Certs.Now);

        Assert.Equal("00000004-0000-0ff1-ce00-000000000000@contoso.com", document.Issuer);
    }

    [Fact]
    public void A_server_without_a_certificate_publishes_nothing()
    {
        var refusal = Assert.Throws<FaultException>(() => Published(ServerProduct.ExchangeServer, CertificateSlots.Empty));

        Assert.Equal("PT3021", refusal.Faults[0].Code);
    }

    [Fact]
    public void The_fingerprint_changes_with_issuer_and_keys_and_with_nothing_else()
    {
        var document = Published(ServerProduct.ExchangeServer, Rolling);
        var fingerprint = AuthMetadataFingerprint.Of(document);

        Assert.Equal(fingerprint, AuthMetadataFingerprint.Of(document with { Id = "_other", Name = "Other", Keys = [.. document.Keys.Reverse()] }));
        Assert.NotEqual(fingerprint, AuthMetadataFingerprint.Of(document with { Issuer = "other@litwareinc.com" }));
        Assert.NotEqual(fingerprint, AuthMetadataFingerprint.Of(document with { Keys = [Certs.Public(0)] }));
    }

    [Fact]
    public void The_fingerprint_outlives_the_switch_of_a_planned_roll()
    {
        var staged = new CertificateSlots(null, Certs.Public(0), Certs.Public(1), Certs.Now.AddDays(3));

        var before = AuthMetadata.Of(Estate.Exchange, null, staged, Estate.Exchange.MetadataUrl, Certs.Now);
        var after = AuthMetadata.Of(Estate.Exchange, null, staged, Estate.Exchange.MetadataUrl, Certs.Now.AddDays(4));

        Assert.Equal(AuthMetadataFingerprint.Of(before), AuthMetadataFingerprint.Of(after));
    }

    [Fact]
    public void A_key_that_the_partner_published_since_is_named()
    {
        var drift = MetadataRules.Drift("lync", "exchange", [Certs.Public(0)], [Certs.Public(1)]);

        Assert.Equal(["PT3026", "PT3027"], drift.Select(f => f.Code));
        Assert.Contains($"{Certs.Public(1).Thumbprint.Hex} (x5t {Certs.Public(1).Thumbprint.X5t})", drift[0].Found, StringComparison.Ordinal);
        Assert.Contains($"{Certs.Public(0).Thumbprint.Hex} (x5t {Certs.Public(0).Thumbprint.X5t})", drift[1].Found, StringComparison.Ordinal);
        Assert.Empty(MetadataRules.Drift("lync", "exchange", [Certs.Public(0), Certs.Public(1)], [Certs.Public(1), Certs.Public(0)]));
    }

    private static AuthMetadataDocument Published(ServerProduct product, CertificateSlots slots)
    {
        var server = Estate.Of(
            product switch
            {
                ServerProduct.LyncServer => Estate.Lync.Fqdn,
                ServerProduct.ExchangeServer => Estate.Exchange.Fqdn,
                ServerProduct.SharePointServer => Estate.SharePoint.Fqdn,
                _ => Estate.TokenServer.Fqdn,
            },
            product);
        return AuthMetadata.Of(server, null, slots, server.MetadataUrl, Certs.Now);
    }

    private static AuthMetadataDocument Read(string text) =>
        AuthMetadataReader.Read(Encoding.UTF8.GetBytes(text), "application/json; charset=utf-8", Estate.Exchange.MetadataUrl);
}
