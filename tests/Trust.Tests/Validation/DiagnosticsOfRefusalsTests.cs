using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tests.Validation.Hostile;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Validation;

/// <summary>What Exchange sends along with a refusal, where a document shows it (domain.md 5.7).</summary>
public class DiagnosticsOfRefusalsTests
{
    [Fact]
    public void A_key_that_was_rolled_behind_the_receivers_back_reads_as_an_invalid_signature() => Refused.By(
        "signingKey", "PT5025", Scene.AtExchange(TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(3))),
        "2000000;reason=\"The token has an invalid signature.\";error_category=\"invalid_signature\"");

    [Fact]
    public void A_forged_signature_reads_as_an_invalid_signature() => Refused.By(
        "signature", "PT5028", Scene.AtExchange(Forge.ReplaceClaims(Forge.Actor(), c => c["jti"] = "1")),
        "2000000;reason=\"The token has an invalid signature.\";error_category=\"invalid_signature\"");

    [Fact]
    public void A_token_for_another_application_reads_as_an_invalid_audience() => Refused.By(
        "audience", "PT5041", Scene.AtExchange(Forge.Actor(c => c["aud"] = "x/y@z")),
        "2000003;reason=\"The audience claim value is invalid 'aud'.\";error_category=\"invalid_resource\"");

    [Fact]
    public void A_token_for_another_host_reads_as_an_invalid_host_name() => Refused.By(
        "audienceHost", "PT5042", Scene.AtExchange(Forge.Actor(c => c["aud"] = (Scene.ToExchange with { Host = "mail.fabrikam.com" }).ToString())),
        "2000003;reason=\"The hostname component of the audience claim value is invalid. Expected 'https://autodiscover.litwareinc.com'. "
        + "Actual 'https://mail.fabrikam.com'.\";error_category=\"invalid_resource\"");

    [Fact]
    public void A_realm_that_is_no_accepted_domain_reads_as_a_tenant_that_does_not_exist() => Refused.By(
        "audienceRealm", "PT5043", Scene.AtExchange(Forge.Actor(c => c["aud"] = (Scene.ToExchange with { Realm = "contoso.com" }).ToString())),
        "2000004;reason=\"The tenant for tenant guid 'contoso.com' does not exist.\";error_category=\"invalid_tenant\"");

    [Fact]
    public void An_application_without_linked_account_reads_as_an_invalid_grant() => Refused.By(
        "linkedAccount", "PT5062", Scene.AtExchange(Forge.Actor(), Scene.State.With(Scene.LyncAtExchange with { LinkedAccount = null })),
        "2000008;reason=\"The token should have valid permissions or linked account associated with partner application "
        + "'00000004-0000-0ff1-ce00-000000000000'.\";error_category=\"invalid_grant\"");

    [Fact]
    public void A_user_without_mailbox_reads_as_an_invalid_user() => Refused.By(
        "user", "PT5072", Scene.AtExchange(TokenIssuer.IssueForUser(Scene.FromLync, UserIdentity.Of("sip:nobody@litwareinc.com", null), Certs.Key(0))),
        "reason=\"The user specified by the user-context in the token does not exist.\";error_category=\"invalid_user\"");

    [Fact]
    public void Other_products_send_none() => Refused.By(
        "signingKey", "PT5025",
        Scene.AtLync(
            TokenIssuer.IssueActor(Scene.FromExchange, Certs.Key(3)),
            Scene.State.With(Scene.ExchangeAtLync with { TrustLevel = TrustLevel.Full })));
}
