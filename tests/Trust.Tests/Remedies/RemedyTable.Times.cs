using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private static readonly DateTimeOffset Now = Scene.Now;

    /// <summary>When tokens and the certificates of trusted keys count.</summary>
    public static IEnumerable<Remedy> Times =>
    [
        Late("PT5030", "Synchronise both servers with the same time source", TimeSpan.FromMinutes(-10), Synchronised),
        Late("PT5031", "Have a new token issued", TimeSpan.FromHours(9), sent => sent.With(TokenIssuer.IssueActor(Scene.FromLync with { IssuedAt = sent.At }, Certs.Key(0))), "kept"),
        Late("PT5031", "synchronise both servers with the same time source", TimeSpan.FromHours(9), Synchronised, "by the clock"),
        Signed("PT5026", "Bind a renewed certificate at the caller, then run \"pulumi up --refresh\"", Certs.Public(0) with { NotAfter = Now.AddHours(-1) }, Renewed),
        Late("PT5033", "Compare the clocks of both servers with one time source", TimeSpan.FromDays(-2), Synchronised, "by the clock"),
        Signed("PT5033", "let the caller sign with its old certificate until then", Certs.Public(0) with { NotBefore = Now.AddDays(1) }, sent => sent.With(By(3)), "issued for later"),
    ];

    /// <summary>The token is from now; the server thinks that it is another time.</summary>
    private static Remedy Late(
        string number, string words, TimeSpan after, Func<PresentedToken, PresentedToken> follow, string where = "") =>
        Remedy.Of(number, words, () => new PresentedToken(PresentedToken.OfLync()) { At = Now + after }, follow, where);

    private static PresentedToken Synchronised(PresentedToken sent) => sent with { At = Now };

    /// <summary>Lync signs with key 0, of which Exchange has such a certificate beside that of key 3.</summary>
    private static Remedy Signed(
        string number, string words, SigningCertificate key, Func<PresentedToken, PresentedToken> follow, string where = "") => Remedy.Of(
        number,
        words,
        () => new PresentedToken(PresentedToken.OfLync())
        {
            State = Trusting(key, Certs.Public(3)).Signing(key),
        },
        follow,
        where);

    private static TrustState Trusting(params SigningCertificate[] keys) =>
        Scene.State.With(Scene.LyncAtExchange with { TrustedKeys = [.. keys] });

    private static PresentedToken Renewed(PresentedToken sent) =>
        sent.Keeping(state => state.Bound(Scene.Lync, Certs.Public(3)).Copied()).With(By(3));

    private static string By(int key) => TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(key));
}
