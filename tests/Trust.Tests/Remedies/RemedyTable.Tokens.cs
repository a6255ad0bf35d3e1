using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PartnerTrust.Trust.Tests.Validation.Hostile;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string Unchanged = "Send the token exactly as it was issued";
    private const string IssueAnew = "Have the product issue a new token";
    private const string IssueWithout = "Have the token issued without it";

    /// <summary>The form of tokens, and what their headers say.</summary>
    public static IEnumerable<Remedy> Tokens =>
    [
        OnItsWay("PT5001", Unchanged, _ => "", "cut away"),
        OnItsWay("PT5001", Unchanged, token => token + new string('=', 70_000), "padded"),
        Issued("PT5002", "Send a token in JWS compact form", () => Forge.Actor() + ".a.a", Anew, "encrypted"),
        OnItsWay("PT5003", Unchanged, token => token + "==", "padded"),
        OnItsWay("PT5003", Unchanged, token => "\r\n" + token, "wrapped"),
        Issued("PT5004", IssueAnew, () => Forge.Sign(Forge.SignedHeader().ToJsonString(), "[]"), Anew),
        OnItsWay("PT5005", "Send the token that was issued for this call", _ => Forge.Actor(header: header => header["typ"] = "at+jwt")),
        Issued("PT5006", "with RS256", () => SignedWith("RS384", HashAlgorithmName.SHA384), sent => sent.With(SignedWith("RS256", HashAlgorithmName.SHA256)), "signed"),
        Issued("PT5006", "by the RSA key", () => Forge.SignedAs("ES256", _ => new byte[64]), sent => sent.With(SignedWith("RS256", HashAlgorithmName.SHA256)), "elliptic"),
        Issued("PT5006", "leave a user token around it unsigned (\"none\")", () => Forge.User(header: header => header["alg"] = "None"), sent => sent.With(Forge.User()), "of the user"),
        Issued("PT5007", IssueWithout, () => Forge.Actor(header: header => header["crit"] = new JsonArray("exp")), sent => sent.With(Forge.Actor())),
        Issued("PT5008", "Embed the actor token in the user token", () => Forge.User(claims => claims.Remove("actortoken")), sent => sent.With(Forge.User())),
        OnItsWay("PT5009", Unchanged, token => Forge.ReplaceHeader(token, header => header["alg"] = "none")),
        Issued("PT5010", "Send one of the two claims", () => Forge.User(claims => claims["actort"] = Forge.Actor(key: Forge.Attacker)), sent => sent.With(Forge.User())),
        Issued("PT5011", "Put the actor token into an unsigned user token", SignedUser, sent => sent.With(Forge.User())),
        Issued("PT5012", IssueAnew, () => Forge.Actor(claims => claims.Remove("exp")), Anew),
        Issued("PT5012", IssueAnew, () => Forge.User(claims => claims["nbf"] = "now"), sent => sent.With(PresentedToken.ForKen()), "of the user"),
        Issued("PT5013", IssueWithout, () => Forge.Actor(header: header => header["jku"] = "https://keys.fabrikam.com/"), sent => sent.With(Forge.Actor())),
        Issued("PT5024", IssueAnew, () => Forge.Actor(header: header => header.Remove("x5t")), Anew),
        OnItsWay("PT5028", Unchanged, token => Forge.ReplaceClaims(token, claims => claims["exp"] = "4102444800")),
        Issued("PT5032", IssueAnew, () => Forge.Actor(claims => (claims["nbf"], claims["exp"]) = (claims["exp"]!.DeepClone(), claims["nbf"]!.DeepClone())), Anew),
    ];

    /// <summary>Something happens to a good token between its issuer and the server.</summary>
    private static Remedy OnItsWay(string number, string words, Func<string, string> change, string where = "") => Remedy.Of(
        number,
        words,
        () => PresentedToken.OfLync() is var issued ? new PresentedToken(issued) { Sent = change(issued) } : null!,
        sent => sent with { Sent = sent.Issued },
        where);

    /// <summary>The token is wrong from the beginning.</summary>
    private static Remedy Issued(
        string number, string words, Func<string> token, Func<PresentedToken, PresentedToken> follow, string where = "") =>
        Remedy.Of(number, words, () => new PresentedToken(token()), follow, where);

    private static PresentedToken Anew(PresentedToken sent) => sent.With(PresentedToken.OfLync());

    private static string SignedWith(string algorithm, HashAlgorithmName hash) =>
        Forge.SignedAs(algorithm, bytes => Forge.SignWith(0, bytes, hash, RSASignaturePadding.Pkcs1));

    private static string SignedUser()
    {
        var claims = Forge.UserClaims();
        claims["actortoken"] = Forge.Actor();
        return Forge.Sign(Forge.SignedHeader().ToJsonString(), claims.ToJsonString());
    }
}
