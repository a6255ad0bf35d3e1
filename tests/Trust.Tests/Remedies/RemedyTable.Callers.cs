using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tests.Validation.Hostile;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private static readonly Audience ToSharePoint =
        new(Scene.SharePoint.ApplicationIdentifier, Scene.SharePoint.MetadataUrl.Authority, Scene.SharePoint.Realm);

    /// <summary>Whom the receiver knows, and by which keys.</summary>
    public static IEnumerable<Remedy> Callers =>
    [
        Known("PT5020", "Register the caller as a partner application of", () => Scene.State, Registered, "never registered"),
        Known("PT5020", "Give caller and record one realm, then register the caller again", () => Scene.State.With(OfOldRealm), Registered, "of another realm"),
        Issued("PT5021", "Have the token issued in the caller's own name", () => Forge.Actor(InNameOfFarm), Anew, "in its own name"),
        Remedy.Of(
            "PT5021",
            "or through an authorization server",
            () => new PresentedToken(Forge.Actor(InNameOfFarm)) { State = TakingTokenServer.With(FarmBehindTokenServer) },
            sent => sent.With(ByTokenServer(Scene.SharePoint.Issuer, Scene.ToExchange)),
            "through an authorization server"),
        Remedy.Of(
            "PT5022",
            "Register it with the source authorizationServer",
            () => new PresentedToken(ByTokenServer(Scene.Lync.Issuer, Scene.ToExchange)) { State = TakingTokenServer },
            sent => sent.Keeping(state => state.With(Scene.LyncBehindTokenServer))),
        Remedy.Of(
            "PT5022",
            "Register it by its authMetadataUrl, so that it calls with tokens of its own",
            () => new PresentedToken(ByTokenServer(Scene.Exchange.Issuer, ToSharePoint))
            {
                Receiver = Scene.SharePoint,
                State = Scene.State.With(Scene.TokenServerAt(Scene.SharePoint.Fqdn)),
            },
            sent => sent.Keeping(state => state.With(Scene.ExchangeAtSharePoint)).With(
                TokenIssuer.IssueActor(Scene.FromExchange with { Audience = ToSharePoint }, Certs.Key(1))),
            "on SharePoint"),
        Known(
            "PT5023",
            "Set enabled to true",
            () => Scene.State.With(Scene.LyncAtExchange with { Enabled = false }),
            state => state.With(Scene.LyncAtExchange with { Enabled = true })),
        Remedy.Of(
            "PT5027",
            "Bind a certificate with a usable key at the caller, then register the partner with that one",
            () => new PresentedToken(PresentedToken.OfLync()) { State = Trusting(Certs.Public(0) with { KeySize = 1024 }) },
            sent => sent.Keeping(state => state.Bound(Scene.Lync, Certs.Public(3)).Copied()).With(By(3))),
        Remedy.Of(
            "PT5089",
            "Have the owner bind a certificate with a new key, then re-read its metadata at the receiver",
            () => new PresentedToken(By(Forgeable)) { State = Trusting(Forgeable.Certificate) },
            sent => sent.Keeping(state => state.Bound(Scene.Lync, Certs.Public(3)).Copied()).With(By(3))),
    ];

    private static TrustState TakingTokenServer => Scene.Trusting.With(Scene.TokenServerAt(Scene.Exchange.Fqdn));

    private static PartnerApplication OfOldRealm => Scene.LyncAtExchange with { Realm = "old.com", Issuer = $"{WellKnownApplications.Lync}@old.com" };

    private static PartnerApplication FarmBehindTokenServer => Scene.LyncBehindTokenServer with
    {
        Name = "farm",
        Source = new PartnerSource.AuthorizationServer(WellKnownApplications.SharePoint, Litware.Realm),
        ApplicationIdentifier = WellKnownApplications.SharePoint,
        Issuer = Scene.SharePoint.Issuer,
    };

    /// <summary>A key whose primes lie side by side.</summary>
    private static CertificateWithKey Forgeable => ForgeableMade.Value;

    private static readonly Lazy<CertificateWithKey> ForgeableMade = new(() => WeakKeys.WithKey(WeakKeys.NearKey()));

    /// <summary>Lync calls; Exchange has such records.</summary>
    private static Remedy Known(
        string number, string words, Func<TrustState> state, Func<TrustState, TrustState> follow, string where = "") => Remedy.Of(
        number,
        words,
        () => new PresentedToken(PresentedToken.OfLync()) { State = state() },
        sent => sent.Keeping(follow),
        where);

    /// <summary>Exchange registers Lync by the rules, from what Lync publishes.</summary>
    private static TrustState Registered(TrustState state)
    {
        var url = Scene.Lync.MetadataUrl;
        var document = AuthMetadata.Of(Scene.Lync, state.OAuthConfigurations[Scene.Lync.Fqdn], state.Certificates[Scene.Lync.Fqdn], url, Now);
        var draft = new PartnerApplicationDraft(
            Scene.Exchange, Scene.LyncAtExchange.Name, new PartnerSource.Metadata(url, false), null, true, true, Scene.LyncAtExchange.LinkedAccount);
        return state.With(PartnerApplicationRules.Register(draft, document, state.PartnerApplications.Values, Now));
    }

    private static void InNameOfFarm(System.Text.Json.Nodes.JsonObject claims) => claims["nameid"] = Scene.SharePoint.Issuer;

    private static string ByTokenServer(string client, Audience audience) => TokenIssuer.IssueActor(
        new ActorTokenRequest(PrincipalName.Parse(Scene.TokenServer.Issuer), PrincipalName.Parse(client), audience, Now), Certs.Key(2));

    private static string By(CertificateWithKey signer) => TokenIssuer.IssueActor(Scene.FromLync, signer);
}
