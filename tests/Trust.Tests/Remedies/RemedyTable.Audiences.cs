using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tests.Validation.Hostile;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string OtherHost = "mail.litwareinc.com";

    private static readonly PrincipalName Lync = PrincipalName.Parse(Scene.Lync.Issuer);

    /// <summary>For whom tokens are, and how the two tokens of a call for a user belong together.</summary>
    public static IEnumerable<Remedy> Audiences =>
    [
        Issued("PT5040", "Have the token issued for this server", () => Forge.Actor(claims => claims["aud"] = "https://autodiscover.litwareinc.com/"), Anew),
        Issued(
            "PT5041",
            "Build the audience from the client_id of the receiver's challenge",
            () => To(new Audience(WellKnownApplications.SharePoint, Scene.Exchange.Fqdn, Litware.Realm)),
            sent => sent.With(To(Challenged(sent)))),
        Issued(
            "PT5042",
            "list it in names of the server",
            () => To(Scene.ToExchange with { Host = OtherHost }),
            sent => sent with { Receiver = sent.Receiver with { Names = [OtherHost] } },
            "by name"),
        Issued(
            "PT5042",
            "correct the URL that the caller uses",
            () => To(Scene.ToExchange with { Host = OtherHost }),
            sent => sent.With(To(Scene.ToExchange with { Host = sent.Receiver.Fqdn })),
            "by URL"),
        Issued(
            "PT5042",
            "give it a metadataUrl with that host and port",
            () => To(Scene.ToExchange with { Host = OtherHost + ":8443" }),
            sent => sent with { Receiver = sent.Receiver with { MetadataUrl = new Uri($"https://{OtherHost}:8443/autodiscover/metadata/json/1") } },
            "by port"),
        Issued(
            "PT5050",
            "Issue both tokens in the name of one application",
            () => Forge.User(claims => claims["iss"] = Scene.SharePoint.Issuer),
            sent => sent.With(Forge.User(claims => claims["iss"] = Scene.Lync.Issuer))),
        Issued(
            "PT5051",
            "Issue both tokens for the same audience",
            () => Forge.User(claims => claims["aud"] = Scene.ToLync.ToString()),
            sent => sent.With(Forge.User(claims => claims["aud"] = Scene.ToExchange.ToString()))),
        Issued(
            "PT5052",
            "Have the actor token issued for delegation",
            () => Forge.User(actor: Forge.Actor(claims => claims["trustedfordelegation"] = "false")),
            sent => sent.With(Forge.User(actor: TokenIssuer.IssueActor(Scene.FromLync with { TrustedForDelegation = true }, Certs.Key(0))))),
    ];

    private static string To(Audience audience) => TokenIssuer.IssueActor(Scene.FromLync with { Audience = audience }, Certs.Key(0));

    /// <summary>As a caller reads it from the answer to a call without a token.</summary>
    private static Audience Challenged(PresentedToken sent)
    {
        var header = BearerChallenge.Of(sent.Receiver, sent.State).ToHeaderValue();
        return BearerChallenge.TryParse(header, out var challenge) ? challenge!.AudienceAt(sent.Receiver.Fqdn, Lync) : default;
    }
}
