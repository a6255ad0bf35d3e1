using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string Nowhere = "nowhere.litwareinc.com";

    /// <summary>What a caller does before it has a token.</summary>
    public static IEnumerable<Remedy> Calls =>
    [
        Asked(
            "PT5080",
            "or correct the name",
            new TrustQuestion(Scene.Lync.Fqdn, Nowhere, Scene.KenMyer.SipUri, Now),
            question => question with { To = Scene.Exchange.Fqdn },
            "misspelt"),
        Prepared(
            "PT5080",
            "Add the server to partnertrust:servers",
            () => Scene.Trusting with { Servers = Scene.Trusting.Servers.Remove(Scene.Exchange.Fqdn) },
            state => state with { Servers = state.Servers.Add(Scene.Exchange.Fqdn, Scene.Exchange) },
            "not configured"),
        Prepared(
            "PT5080",
            "Add the server to partnertrust:servers",
            () => Scene.ThroughTokenServer with { Servers = Scene.State.Servers.Remove(Scene.TokenServer.Fqdn) },
            state => state with { Servers = state.Servers.Add(Scene.TokenServer.Fqdn, Scene.TokenServer) },
            "an authorization server"),
        Prepared("PT5081", "Bind a certificate to atl-cs-001.litwareinc.com, then run \"pulumi up --refresh\"", () => Signing(null), state => state.Bound(Scene.Lync, Certs.Public(3)).Copied()),
        Prepared(
            "PT5082",
            "Bind a renewed certificate to atl-cs-001.litwareinc.com, then run \"pulumi up --refresh\"",
            () => Signing(Certs.Public(0) with { NotAfter = Now.AddDays(-1) }),
            state => state.Bound(Scene.Lync, Certs.Public(3)).Copied()),
        Prepared("PT5083", "Declare an OAuthConfiguration for", () => Looking(null), _ => Looking(Estate.LyncSettings)),
        Prepared(
            "PT5084",
            "Correct exchangeAutodiscoverUrl",
            () => Looking(Estate.LyncSettings with { ExchangeAutodiscoverUrl = Litware.Url("mail.fabrikam.com", "/autodiscover/autodiscover.svc") }),
            _ => Looking(Estate.LyncSettings)),
        Prepared("PT5085", "Register the caller as a partner application of", () => Scene.State, Registered, "never registered"),
        Prepared(
            "PT5085",
            "Set enabled to true on \"lync\" of",
            () => Scene.State.With(Scene.LyncAtExchange with { Enabled = false }),
            state => state.With(Scene.LyncAtExchange with { Enabled = true }),
            "disabled"),
        Prepared("PT5085", "Give caller and record one realm, then write \"lync\" on", () => Scene.State.With(OfOldRealm), Registered, "of another realm"),
        Prepared(
            "PT5085",
            "Let both trust the same authorization server",
            () => OnlyBehind,
            state => state.With(Scene.TokenServerAt(Scene.Exchange.Fqdn)).With(Scene.TokenServerAt(Scene.Lync.Fqdn)),
            "behind another"),
        Prepared("PT5085", "or register the caller directly as a partner application of", () => OnlyBehind, state => state.With(Scene.LyncAtExchange with { Name = "direct" }), "directly"),
        Asked(
            "PT5086",
            "Give the user's SIP address",
            new TrustQuestion(Scene.Lync.Fqdn, Scene.Exchange.Fqdn, Scene.KenMyer.SmtpAddress, Now),
            question => question with { SipUri = Scene.KenMyer.SipUri }),
        Asked("PT5087", "Name the other server", new TrustQuestion(Scene.Lync.Fqdn, Scene.Lync.Fqdn, null, Now), question => question with { To = Scene.Exchange.Fqdn }),
        Prepared(
            "PT5088",
            "Set enabled to true on \"exchange\"",
            () => Scene.Trusting.With(Scene.ExchangeAtLync with { Enabled = false }),
            state => state.With(Scene.ExchangeAtLync with { Enabled = true })),
        Asked("PT5090", "Compare the clock of atl-cs-001.litwareinc.com with a time source", new TrustQuestion(Scene.Lync.Fqdn, Scene.Exchange.Fqdn, null, Now.AddDays(-2)), question => question with { At = Now }, "by the clock"),
        Prepared(
            "PT5090",
            "bind a certificate that is valid by now, then run \"pulumi up --refresh\"",
            () => Signing(Certs.Public(0) with { NotBefore = Now.AddDays(1) }),
            state => state.Bound(Scene.Lync, Certs.Public(3)).Copied(),
            "issued for later"),
    ];

    /// <summary>Exchange takes Lync's tokens from an authorization server alone, which neither of the two is told to use.</summary>
    private static TrustState OnlyBehind => Scene.State.With(Scene.LyncBehindTokenServer).With(Scene.LyncAtTokenServer);

    /// <summary>Lync has that certificate, of which Exchange knows.</summary>
    private static TrustState Signing(SigningCertificate? certificate) => Trusting(certificate ?? Certs.Public(0)).Signing(certificate);

    /// <summary>Slots with a certificate of the same bytes would count as the same.</summary>
    private static TrustState Signing(this TrustState state, SigningCertificate? certificate) =>
        (state with { Certificates = state.Certificates.Remove(Scene.Lync.Fqdn) })
        .Holding(Scene.Lync.Fqdn, new CertificateSlots(null, certificate, null, null));

    private static TrustState Looking(OAuthConfiguration? settings) => Scene.Trusting with
    {
        OAuthConfigurations = settings is null
            ? Scene.Trusting.OAuthConfigurations.Remove(Scene.Lync.Fqdn)
            : Scene.Trusting.OAuthConfigurations.SetItem(Scene.Lync.Fqdn, settings),
    };

    /// <summary>Lync would call Exchange for Ken Myer.</summary>
    private static Remedy Prepared(
        string number, string words, Func<TrustState> state, Func<TrustState, TrustState> follow, string where = "") =>
        Remedy.Of(number, words, () => new AskedCall { State = state() }, call => call.Keeping(follow), where);

    private static Remedy Asked(
        string number, string words, TrustQuestion question, Func<TrustQuestion, TrustQuestion> follow, string where = "") =>
        Remedy.Of(number, words, () => new AskedCall { Question = question }, call => call with { Question = follow(call.Question) }, where);
}
