using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

/// <summary>Hosts and realms for which a server answers (domain.md 1.3, 5.5).</summary>
public class ReceiverNamesTests
{
    [Theory]
    [InlineData("AUTODISCOVER.litwareinc.com")]
    [InlineData("autodiscover.litwareinc.com")]
    public void The_host_of_the_audience_is_compared_without_case(string host) =>
        Assert.True(Scene.AtExchange(
            TokenIssuer.IssueActor(Scene.FromLync with { Audience = Scene.ToExchange with { Host = host } }, Certs.Key(0))).Accepted);

    [Theory]
    [InlineData("mail.litwareinc.com")]
    [InlineData("mbx.litwareinc.com")]
    public void A_server_also_answers_under_the_host_of_every_document_that_it_publishes(string host)
    {
        var state = Scene.Trusting with
        {
            PublishedMetadata = Scene.Trusting.PublishedMetadata.SetItem(
                Scene.Exchange.Fqdn,
                [new Uri("https://mail.litwareinc.com/autodiscover/metadata/json/1"), new Uri("https://mbx.litwareinc.com/m/1")]),
        };
        var token = TokenIssuer.IssueActor(Scene.FromLync with { Audience = Scene.ToExchange with { Host = host } }, Certs.Key(0));
        Assert.True(Scene.AtExchange(token, state).Accepted);
        Assert.False(Scene.AtExchange(token).Accepted);
    }

    [Theory]
    [InlineData("", "litwareinc.com")]
    [InlineData("contoso.com fabrikam.com", "contoso.com fabrikam.com")]
    [InlineData("*.litwareinc.com", "")]
    [InlineData("*.litwareinc.com litwareinc.com", "litwareinc.com")]
    public void Exchange_takes_its_explicit_accepted_domains_for_realms_and_no_wildcard(string accepted, string realms) =>
        Assert.Equal(realms, string.Join(' ', ReceiverNames.RealmsOf(
            Scene.Exchange with { AcceptedDomains = [.. accepted.Split(' ', StringSplitOptions.RemoveEmptyEntries)] }, Scene.State)));

    [Fact]
    public void Lync_takes_the_realm_of_its_global_settings()
    {
        var state = Scene.State with
        {
            OAuthConfigurations = Scene.State.OAuthConfigurations.SetItem(
                Scene.Lync.Fqdn, Scene.State.OAuthConfigurations[Scene.Lync.Fqdn] with { Realm = "contoso.com" }),
        };
        Assert.Equal($"{WellKnownApplications.Lync}@contoso.com", ReceiverNames.PrincipalOf(Scene.Lync, state).ToString());
        Assert.Equal(["contoso.com"], ReceiverNames.RealmsOf(Scene.Lync, state).ToArray());
    }
}
