using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private static readonly (string Server, string Name) Reader = (Estate.Lync.Fqdn, "Exchange");

    /// <summary>Exchange's certificate is renewed; Lync reads its document.</summary>
    public static IEnumerable<Remedy> Rollovers =>
    [
        Remedy.Of("PT9001", "Correct the name", () => new PlannedRollover(States.TwoWay, Nowhere, Now), planned => planned with { Server = Estate.Exchange.Fqdn }, "misspelt"),
        Rolling(
            "PT9001",
            "add the server to the provider's \"servers\"",
            States.TwoWay with { Servers = States.TwoWay.Servers.Remove(Estate.Exchange.Fqdn) },
            state => state with { Servers = state.Servers.Add(Estate.Exchange.Fqdn, Estate.Exchange) },
            "not configured"),
        Rolling("PT9002", "Bind one", States.TwoWay.Holding(Estate.Exchange.Fqdn, CertificateSlots.Empty), Replaced),
        Rolling("PT9003", "Register the partner by its authMetadataUrl, then plan again", States.TwoWay.Holding(ByCertificate), state => state.Holding(States.OnLync)),
        Rolling("PT9005", "Replace the certificate at once, and refresh every consumer right after that", EndingIn(TimeSpan.FromHours(72)), Replaced),
        Rolling("PT9005", "Replace the certificate at once, and refresh every consumer right after that", Staged(TimeSpan.FromHours(10), TimeSpan.FromHours(9)), Replaced, "staged in vain"),
        Rolling(
            "PT9006",
            "Stage it again with an earlier effectiveDate",
            Staged(TimeSpan.FromDays(10), TimeSpan.FromHours(239)),
            state => StagedAgain(state, Now.AddDays(10).AddHours(-24).AddMinutes(-5))),
        Rolling("PT9006", "Stage it again with an earlier effectiveDate", Staged(TimeSpan.FromHours(30), TimeSpan.FromHours(29)), state => StagedAgain(state, Now.AddHours(5)), "at the last moment"),
    ];

    private static PartnerApplication ByCertificate => States.OnLync with
    {
        Source = new PartnerSource.Certificate(WellKnownApplications.Exchange, Litware.Realm, States.ExchangeKey),
    };

    private static Remedy Rolling(
        string number, string words, TrustState state, Func<TrustState, TrustState> follow, string where = "") => Remedy.Of(
        number, words, () => new PlannedRollover(state, Estate.Exchange.Fqdn, Now), planned => planned with { State = follow(planned.State) }, where);

    private static TrustState EndingIn(TimeSpan left) => States.TwoWay.Holding(Estate.Exchange.Fqdn, Ending(Now + left));

    private static TrustState Staged(TimeSpan left, TimeSpan effective) => States.TwoWay.Holding(
        Estate.Exchange.Fqdn, Ending(Now + left) with { Next = Certs.Valid(9), NextEffectiveDate = Now + effective });

    private static TrustState Replaced(TrustState state) => state.Bound(Estate.Exchange, Certs.Valid(9)).Refreshed(Reader, Estate.Exchange, Now);

    private static TrustState StagedAgain(TrustState state, DateTimeOffset effective) => state.Holding(
        Estate.Exchange.Fqdn,
        CertificateRules.Bind(state.Certificates[Estate.Exchange.Fqdn], Certs.Valid(9), ServerProduct.ExchangeServer, Now, effective));
}
