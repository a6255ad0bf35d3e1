using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Validation;

/// <summary>Several records about one partner: duplicates (domain.md 8 row 16) and hybrid ones with the same identifier (4.6).</summary>
public class RecordsTests
{
    private static readonly string Token = TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(0));

    [Fact]
    public void The_duplicate_that_holds_the_key_decides()
    {
        var state = Scene.Trusting.With(Scene.LyncAtExchange with { Name = "a-stale", TrustedKeys = [Certs.Public(3)] });
        Assert.Equal("lync", Scene.AtExchange(Token, state).Call?.Application.Name);
    }

    /// <summary>The products do not look for ROCA, and breaking a key of it costs dearly: it is warned about where it is read.</summary>
    [Fact]
    public void A_key_that_is_weak_and_not_yet_forgeable_still_counts()
    {
        var signer = WeakKeys.WithKey(WeakKeys.RocaKey());
        var state = Scene.State.With(Scene.LyncAtExchange with { TrustedKeys = [signer.Certificate] });

        Assert.True(Scene.AtExchange(TokenIssuer.IssueActor(Scene.FromLync, signer), state).Accepted);
    }

    [Fact]
    public void A_disabled_duplicate_lends_no_keys()
    {
        var state = Scene.State
            .With(Scene.LyncAtExchange with { Name = "a-disabled", Enabled = false })
            .With(Scene.LyncAtExchange with { Name = "stale", TrustedKeys = [Certs.Public(3)] });
        Assert.Equal("PT5025", Scene.AtExchange(Token, state).Refusal?.Code);
    }

    [Fact]
    public void A_hybrid_record_with_the_same_identifier_neither_helps_nor_harms()
    {
        var hybrid = Scene.LyncAtExchange with
        {
            Name = "Skype for Business Online",
            Source = new PartnerSource.AuthorizationServer(Scene.Lync.ApplicationIdentifier, ""),
            Realm = "",
            Issuer = Scene.Lync.Issuer,
            TrustedKeys = [],
        };
        Assert.Equal("lync", Scene.AtExchange(Token, Scene.Trusting.With(hybrid)).Call?.Application.Name);
        Assert.Equal("PT5020", Scene.AtExchange(Token, Scene.State.With(hybrid)).Refusal?.Code);
    }

    /// <summary>A SharePoint farm's realm is an id (domain.md 1.3), which no accepted domain can be.</summary>
    [Theory]
    [InlineData("af90cc03-4a26-45e9-906a-609cebcebbde", "af90cc03-4a26-45e9-906a-609cebcebbde", null)]
    [InlineData("af90cc03-4a26-45e9-906a-609cebcebbde", "11111111-4a26-45e9-906a-609cebcebbde", "PT5043")]
    [InlineData("af90cc03-4a26-45e9-906a-609cebcebbde", "AF90CC03-4A26-45E9-906A-609CEBCEBBDE", "PT5043")]
    [InlineData("contoso.com", "contoso.com", "PT5043")]
    public void The_id_of_a_farm_counts_as_realm_where_the_record_tells_of_it(string recorded, string presented, string? code)
    {
        var caller = new PrincipalName(WellKnownApplications.SharePoint, recorded);
        var farm = Scene.LyncAtExchange with
        {
            Name = "SharePoint",
            ApplicationIdentifier = WellKnownApplications.SharePoint,
            Realm = recorded,
            Issuer = caller.ToString(),
        };
        var token = TokenIssuer.IssueActor(
            ActorTokenRequest.SelfIssued(caller, Scene.ToExchange with { Realm = presented }, Scene.Now), Certs.Key(0));

        Assert.Equal(code, Scene.AtExchange(token, Scene.State.With(farm)).Refusal?.Code);
    }

    [Fact]
    public void A_record_of_another_server_does_not_count() =>
        Assert.Equal("PT5020", Scene.AtExchange(Token, Scene.State.With(Scene.LyncAtExchange with { Server = "ex2.litwareinc.com" })).Refusal?.Code);

    [Fact]
    public void An_issuer_in_another_realm_is_told_which_one_is_registered()
    {
        var refusal = Scene.AtExchange(
            Token, Scene.State.With(Scene.LyncAtExchange with { Issuer = "00000004-0000-0ff1-ce00-000000000000@old.com" })).Refusal!;
        Assert.Contains("@old.com", refusal.Expected, StringComparison.Ordinal);
    }
}
