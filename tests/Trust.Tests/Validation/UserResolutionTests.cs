using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Validation;

/// <summary>How the user in a token becomes a mailbox (domain.md 5.5).</summary>
public class UserResolutionTests
{
    public static TheoryData<UserIdentity> NamesOfKen =>
    [
        new UserIdentity("someone@elsewhere.com") { Sip = "sip:kenmyer@litwareinc.com" },
        new UserIdentity("someone@elsewhere.com") { Sip = "SIP:KenMyer@LitwareInc.com" },
        new UserIdentity("someone@elsewhere.com") { Sip = "kenmyer@litwareinc.com" },
        new UserIdentity("someone@elsewhere.com") { Smtp = "KENMYER@litwareinc.com" },
        new UserIdentity("someone@elsewhere.com") { Upn = "kenmyer@litwareinc.com" },
        new UserIdentity("kenmyer@litwareinc.com"),
        new UserIdentity("S-1-5-21-1-2-3-1104"),
    ];

    [Theory]
    [MemberData(nameof(NamesOfKen))]
    public void Any_address_leads_to_the_mailbox(UserIdentity user) =>
        Assert.Equal(Scene.KenMyer, Scene.AtExchange(TokenIssuer.IssueForUser(Scene.FromLync, user, Certs.Key(0))).Call?.User);

    [Fact]
    public void A_security_identifier_beside_an_address_is_left_out_where_it_is_not_accepted()
    {
        var user = new UserIdentity(Scene.KenMyer.SecurityIdentifier!) { Sip = Scene.PilarAckerman.SipUri };
        var state = Scene.State.With(Scene.LyncAtExchange with { AcceptSecurityIdentifierInformation = false });
        Assert.Equal(Scene.PilarAckerman, Scene.AtExchange(TokenIssuer.IssueForUser(Scene.FromLync, user, Certs.Key(0)), state).Call?.User);
        Refused.By("user", "PT5073", Scene.AtExchange(TokenIssuer.IssueForUser(Scene.FromLync, user, Certs.Key(0))));
    }

    /// <summary>No record of SharePoint's says whether it takes them (domain.md 4.7), and it finds users by them (5.2, 5.5).</summary>
    [Fact]
    public void SharePoint_takes_security_identifiers_of_whomever_it_trusts()
    {
        var audience = new Audience(Scene.SharePoint.ApplicationIdentifier, Scene.SharePoint.MetadataUrl.Authority, Scene.SharePoint.Realm);
        var token = TokenIssuer.IssueForUser(
            Scene.FromExchange with { Audience = audience }, new UserIdentity(Scene.KenMyer.SecurityIdentifier!), Certs.Key(1));
        var state = Scene.State.With(Scene.ExchangeAtSharePoint with { AcceptSecurityIdentifierInformation = false });

        var validation = new TokenValidator().Validate(new TokenValidationRequest(token, Scene.SharePoint, state, Scene.Now));

        Assert.Equal(Scene.KenMyer, validation.Call?.User);
    }

    [Fact]
    public void A_mailbox_of_another_organisation_is_not_found()
    {
        var elsewhere = new Server(
            "mail.fabrikam.com", ServerProduct.ExchangeServer, "fabrikam.com", new Uri("https://mail.fabrikam.com/autodiscover/metadata/json/1"), []);
        Refused.By("user", "PT5072", AtExchangeWith(elsewhere), TokenDiagnostics.UserDoesNotExist.ToString());
    }

    [Fact]
    public void A_mailbox_on_another_server_of_the_organisation_is_found()
    {
        var sibling = Scene.Exchange with { Fqdn = "ex2.litwareinc.com" };
        Assert.Equal(sibling.Fqdn, AtExchangeWith(sibling).Call?.User?.Server);
    }

    private static TokenValidation AtExchangeWith(Server holder)
    {
        var mailbox = new Mailbox("sip:maria@litwareinc.com", "maria@litwareinc.com", holder.Fqdn, false);
        var state = Scene.Trusting with
        {
            Servers = Scene.Trusting.Servers.Add(holder.Fqdn, holder),
            Mailboxes = Scene.Trusting.Mailboxes.Add(mailbox.SipUri, mailbox),
        };
        return Scene.AtExchange(TokenIssuer.IssueForUser(Scene.FromLync, UserIdentity.Of(mailbox.SipUri, mailbox), Certs.Key(0)), state);
    }
}
