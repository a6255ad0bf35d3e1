using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Registration;

public class SettingsRulesTests
{
    private static readonly AuthMetadataDocument TokenServer = AuthMetadata.Of(
        Estate.TokenServer, null, new CertificateSlots(null, Certs.Public(0), null, null), Estate.TokenServer.MetadataUrl, Certs.Now);

    [Theory]
    [InlineData("https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc", null)]
    [InlineData("https://autodiscover.litwareinc.com/Autodiscover/Autodiscover.SVC", null)]
    [InlineData("https://autodiscover.litwareinc.com/autodiscover/autodiscover.xml", "PT4015")]
    [InlineData("http://autodiscover.litwareinc.com/autodiscover/autodiscover.svc", "PT4015")]
    [InlineData("https://autodiscover.litwareinc.com/", "PT4015")]
    public void Autodiscover_is_asked_at_the_svc_address(string url, string? code) =>
        Assert.Equal(code, Refused(() => OAuthConfigurationRules.Write(Estate.Lync, null, new Uri(url), [])));

    [Theory]
    [InlineData("contoso.com", null)]
    [InlineData("*.contoso.com", null)]
    [InlineData("*.*.com", "PT4016")]
    [InlineData("contoso.com;fabrikam.com", "PT4016")]
    [InlineData("*", "PT4016")]
    public void Allowed_domains_are_domains_or_wildcards(string domain, string? code) =>
        Assert.Equal(code, Refused(() => OAuthConfigurationRules.Write(Estate.Lync, null, null, [domain])));

    [Fact]
    public void Settings_that_are_left_out_are_the_products_own() =>
        Assert.Equal(
            new OAuthConfiguration(Estate.Lync.Fqdn, "litwareinc.com", WellKnownApplications.Lync, null, []),
            OAuthConfigurationRules.Write(Estate.Lync, null, null, default));

    [Fact]
    public void Only_Lync_has_OAuth_configuration() =>
        Assert.Equal("PT4017", Refused(() => OAuthConfigurationRules.Write(Estate.Exchange, null, null, [])));

    [Fact]
    public void A_realm_that_no_token_can_carry_is_refused() =>
        Assert.Equal("PT4004", Refused(() => OAuthConfigurationRules.Write(Estate.Lync, "a b", null, [])));

    [Theory]
    [InlineData("autodiscover.litwareinc.com", true)]
    [InlineData("mail.contoso.com", true)]
    [InlineData("contoso.com", false)]
    [InlineData("fabrikam.com", true)]
    [InlineData("eu.fabrikam.com", true)]
    [InlineData("evilfabrikam.com", false)]
    [InlineData("evilcontoso.com", false)]
    public void Autodiscover_is_followed_to_allowed_domains_only(string host, bool allowed) =>
        Assert.Equal(
            allowed,
            OAuthConfigurationRules.AllowsRedirect(
                Estate.LyncSettings with { ExchangeAutodiscoverAllowedDomains = ["*.contoso.com", "fabrikam.com"] }, host));

    [Theory]
    [InlineData(null, null)]
    [InlineData("evoSTS", null)]
    [InlineData("EVOsts", null)]
    [InlineData("acs", "PT4035")]
    [InlineData("elsewhere", "PT4034")]
    [InlineData("adfs", "PT4034")]
    public void Clients_sign_in_at_a_server_that_Lync_knows_and_that_signs_clients_in(string? name, string? code)
    {
        AuthorizationServer[] known =
        [
            Register("acs", null),
            Register("evoSTS", null) with { Type = AuthorizationServerType.AzureAD },
            Register("adfs", null) with { Type = AuthorizationServerType.ADFS, Server = Estate.Exchange.Fqdn },
        ];

        Assert.Equal(code, OAuthConfigurationRules.Remark(Estate.LyncSettings with { ClientAuthorizationServer = name }, known)?.Code);
    }

    [Fact]
    public void A_token_servers_keys_and_realm_are_copied_from_its_document()
    {
        var record = Register("sts", null);

        Assert.Equal((TokenServer.Issuer, "litwareinc.com"), (record.Issuer, record.Realm));
        Assert.Equal([Certs.Public(0)], record.TrustedKeys!.Value.AsEnumerable());
        Assert.Equal("contoso.com", Register("sts", "contoso.com").Realm);
    }

    [Fact]
    public void A_token_server_is_trusted_under_one_name_only()
    {
        var first = Register("sts", null);

        Assert.Equal(first, Register("sts", null, first));
        Assert.Equal("PT4018", Refused(() => Register("again", null, first)));
    }

    [Fact]
    public void A_token_server_without_a_valid_key_is_refused()
    {
        var stale = TokenServer with { Keys = [Certs.Described(1, Certs.Now.AddDays(-9), Certs.Now.AddDays(-1))] };

        Assert.Equal("PT3028", Refused(() => AuthorizationServerRules.Register(
            Estate.Lync, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null), stale, [], Certs.Now)));
    }

    [Theory]
    [InlineData("https://sts.litwareinc.com/metadata/json/1", "conto so.com", ServerProduct.LyncServer, "PT4004")]
    [InlineData("http://sts.litwareinc.com/metadata/json/1", null, ServerProduct.LyncServer, "PT3001")]
    [InlineData("https://sts.litwareinc.com/metadata/json/1", null, ServerProduct.TokenServer, "PT4028")]
    public void An_unusable_token_server_is_refused(string url, string? realm, ServerProduct product, string code) =>
        Assert.Equal(code, Refused(() => AuthorizationServerRules.Register(
            Estate.Of("a.litwareinc.com", product), new AuthorizationServerDraft("sts", new Uri(url), realm), TokenServer, [], Certs.Now)));

    [Theory]
    [InlineData("atl-cs-001.litwareinc.com", true)]
    [InlineData("ATL-CS-001.Litwareinc.com.", true)]
    [InlineData("localhost", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("https://a.litwareinc.com", false)]
    [InlineData("a..litwareinc.com", false)]
    [InlineData("-a.litwareinc.com", false)]
    [InlineData("a b.litwareinc.com", false)]
    [InlineData("", false)]
    public void A_server_is_named_by_its_whole_domain_name(string fqdn, bool valid) => Assert.Equal(valid, Fqdns.IsValid(fqdn));

    [Theory]
    [InlineData("sip:kenmyer@litwareinc.com", true)]
    [InlineData("SIP:Ken.Myer@Litwareinc.com", true)]
    [InlineData("kenmyer@litwareinc.com", false)]
    [InlineData("sip:kenmyer", false)]
    [InlineData("sip:@litwareinc.com", false)]
    [InlineData("sip:a@b@litwareinc.com", false)]
    [InlineData("sip:ken myer@litwareinc.com", false)]
    [InlineData("sips:kenmyer@litwareinc.com", false)]
    public void A_user_is_named_by_a_SIP_address(string address, bool valid) => Assert.Equal(valid, SipUris.IsValid(address));

    private static AuthorizationServer Register(string name, string? realm, params AuthorizationServer[] siblings) =>
        AuthorizationServerRules.Register(
            Estate.Lync, new AuthorizationServerDraft(name, Estate.TokenServer.MetadataUrl, realm), TokenServer, siblings, Certs.Now);

    private static string? Refused(Func<object> action)
    {
        try
        {
            action();
            return null;
        }
        catch (FaultException refusal)
        {
            return refusal.Faults[0].Code;
        }
    }
}
