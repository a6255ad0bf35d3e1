using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Rollover;

public class RolloverPlannerTests
{
    private static readonly DateTimeOffset Now = Certs.Now;
    private static readonly string Exchange = Estate.Exchange.Fqdn;

    [Fact]
    public void A_roll_stages_refreshes_switches_and_retires()
    {
        var plan = RolloverPlanner.Plan(States.TwoWay, Exchange, Now);

        Assert.Null(plan.Refusal);
        Assert.Equal(
            [
                ("stage", Exchange, Now),
                ("refreshConsumer", Estate.Lync.Fqdn, Now),
                ("switch", Exchange, Now.AddHours(48)),
                ("retire", Exchange, Now.AddHours(72).AddMinutes(5)),
                ("refreshConsumer", Estate.Lync.Fqdn, Now.AddHours(72).AddMinutes(5)),
            ],
            plan.Steps.Select(s => (s.Action, s.Server, s.NotBefore)));
        Assert.All(plan.Steps, s => Assert.NotEmpty(s.Detail));
    }

    [Fact]
    public void Lync_needs_a_day_of_lead()
    {
        var plan = RolloverPlanner.Plan(States.TwoWay, Estate.Lync.Fqdn, Now);

        Assert.Equal(Now.AddHours(24), plan.Steps.Single(s => s.Action == "switch").NotBefore);
        Assert.Contains("-RefreshAuthMetadata", plan.Steps.First(s => s.Action == "refreshConsumer").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_staged_already_keeps_its_date_and_its_readers_are_left_alone()
    {
        var staged = States.TwoWay
            .Holding(Exchange, new CertificateSlots(null, States.ExchangeKey, Certs.Valid(9), Now.AddDays(5)))
            .Holding(States.OnLync with { TrustedKeys = [States.ExchangeKey, Certs.Valid(9)] });

        var plan = RolloverPlanner.Plan(staged, Exchange, Now);

        Assert.Equal(["switch", "retire", "refreshConsumer"], plan.Steps.Select(s => s.Action));
        Assert.Equal(Now.AddDays(5), plan.Steps[0].NotBefore);
    }

    [Fact]
    public void A_reader_that_does_not_show_its_keys_is_refreshed_and_nothing_is_said_of_what_it_holds()
    {
        var staged = new CertificateSlots(Certs.Valid(8), States.ExchangeKey, Certs.Valid(9), Now.AddDays(5)) { CurrentSince = Now.AddHours(-30) };
        var state = States.TwoWay.Holding(Exchange, staged).Holding(States.OnLync with { TrustedKeys = null });

        var plan = RolloverPlanner.Plan(state, Exchange, Now);

        Assert.Equal(["refreshConsumer", "retire", "refreshConsumer", "switch", "retire", "refreshConsumer"], plan.Steps.Select(s => s.Action));
        Assert.Contains("whether it does already cannot be told", plan.Steps[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 24 * 60 + 5)]
    [InlineData(-30, 0)]
    public void What_is_left_of_the_roll_before_comes_first_when_it_is_due(int switchedHours, int minutes)
    {
        var rolled = new CertificateSlots(Certs.Valid(9), States.ExchangeKey, null, null) { CurrentSince = Now.AddHours(switchedHours) };
        var state = States.TwoWay.Holding(Exchange, rolled).Holding(States.OnLync with { TrustedKeys = [States.ExchangeKey, Certs.Valid(9)] });

        var plan = RolloverPlanner.Plan(state, Exchange, Now);

        Assert.Equal(
            ["stage", "refreshConsumer", "retire", "refreshConsumer", "switch", "retire", "refreshConsumer"], plan.Steps.Select(s => s.Action));
        Assert.Equal(Now.AddMinutes(minutes), plan.Steps[2].NotBefore);
        Assert.Equal(plan.Steps.Select(s => s.NotBefore).Order(), plan.Steps.Select(s => s.NotBefore));
    }

    [Fact]
    public void What_the_switch_forgets_anyway_is_no_step_of_its_own()
    {
        var rolled = new CertificateSlots(Certs.Valid(9), States.ExchangeKey, Certs.Valid(8), Now.AddHours(2)) { CurrentSince = Now };

        Assert.Single(RolloverPlanner.Plan(States.TwoWay.Holding(Exchange, rolled), Exchange, Now).Steps, s => s.Action == "retire");
    }

    [Fact]
    public void A_member_that_lacks_what_is_staged_gets_it_before_the_switch()
    {
        var pool = Estate.Exchange with { Members = ["one.litwareinc.com", "two.litwareinc.com"] };
        var staged = States.TwoWay.Holding(Exchange, new CertificateSlots(null, States.ExchangeKey, Certs.Valid(9), Now.AddDays(5))) with
        {
            Servers = States.TwoWay.Servers.SetItem(Exchange, pool),
            MemberCopies = States.TwoWay.MemberCopies.Add(
                Exchange, [new CertificateCopy("one.litwareinc.com", Certs.Valid(9).Thumbprint, true, true)]),
        };

        var step = RolloverPlanner.Plan(staged, Exchange, Now).Steps[0];

        Assert.Equal(("stage", Exchange, Now), (step.Action, step.Server, step.NotBefore));
        Assert.Contains("reaches two.litwareinc.com:", step.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(73, true)]
    [InlineData(72, false)]
    public void An_expiry_too_near_is_refused_with_the_emergency_steps(int hoursLeft, bool safe)
    {
        var state = States.TwoWay.Holding(
            Exchange, new CertificateSlots(null, Certs.Described(5, Now.AddYears(-1), Now.AddHours(hoursLeft)), null, null));

        var plan = RolloverPlanner.Plan(state, Exchange, Now);

        Assert.Equal(safe ? null : "PT9005", plan.Refusal?.Code);
        if (!safe)
        {
            Assert.Equal(["switch", "refreshConsumer", "retire"], plan.Steps.Select(s => s.Action));
            Assert.Equal(Now, plan.Steps[0].NotBefore);
        }
    }

    [Fact]
    public void A_certificate_staged_too_late_is_refused()
    {
        var current = Certs.Described(5, Now.AddYears(-1), Now.AddDays(10));
        var state = States.TwoWay.Holding(Exchange, new CertificateSlots(null, current, Certs.Valid(9), Now.AddDays(10).AddHours(-1)));

        Assert.Equal("PT9006", RolloverPlanner.Plan(state, Exchange, Now).Refusal?.Code);
    }

    [Fact]
    public void A_consumer_that_holds_one_key_only_is_refused()
    {
        var state = States.TwoWay.Holding(States.OnLync with
        {
            Source = new PartnerSource.Certificate(WellKnownApplications.Exchange, "litwareinc.com", States.ExchangeKey),
        });

        var plan = RolloverPlanner.Plan(state, Exchange, Now);

        Assert.Equal("PT9003", plan.Refusal?.Code);
        Assert.Contains("new certificate", plan.Steps[1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://accounts.accesscontrol.windows.net/contoso.com/metadata/json/1", true)]
    [InlineData("https://sts.litwareinc.com/metadata/json/1", false)]
    public void The_cloud_is_thought_of_in_a_hybrid_and_not_where_a_token_server_on_the_premises_vouches(string url, bool isHybrid)
    {
        var cloud = States.OnExchange with { Name = "Cloud", Realm = "", Issuer = "x@", Source = new PartnerSource.AuthorizationServer("x", "") };
        var vouching = new AuthorizationServer(Exchange, "vouching", new Uri(url), "", "issuer", [Certs.Valid(90)]);
        var state = States.TwoWay.Holding(cloud);

        var plan = RolloverPlanner.Plan(
            state with { AuthorizationServers = state.AuthorizationServers.Add((Exchange, "vouching"), vouching) }, Exchange, Now);

        Assert.Equal(isHybrid, plan.Steps.Any(
            step => step.Action == "refreshConsumer" && step.Server == Exchange && step.Detail.Contains("Hybrid", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_server_that_cannot_be_rolled_is_refused()
    {
        var state = States.TwoWay.Holding(Estate.SharePoint, Certs.Valid(3)).Holding(Estate.Lync.Fqdn, CertificateSlots.Empty);

        Assert.Equal("PT9004", RolloverPlanner.Plan(state, Estate.SharePoint.Fqdn, Now).Refusal?.Code);
        Assert.Equal("PT9002", RolloverPlanner.Plan(state, Estate.Lync.Fqdn, Now).Refusal?.Code);
        Assert.Equal("PT9001", Assert.Throws<FaultException>(() => RolloverPlanner.Plan(state, "x.y", Now)).Faults[0].Code);
    }

    [Fact]
    public void A_token_servers_readers_are_refreshed_too()
    {
        var record = new AuthorizationServer(
            Estate.Lync.Fqdn, "sts", Estate.TokenServer.MetadataUrl, "litwareinc.com", Estate.TokenServer.Issuer, [Certs.Valid(3)]);
        var state = States.TwoWay.Holding(Estate.TokenServer, Certs.Valid(3)) with
        {
            AuthorizationServers = States.TwoWay.AuthorizationServers.Add((record.Server, record.Name), record),
        };

        Assert.Contains(
            RolloverPlanner.Plan(state, Estate.TokenServer.Fqdn, Now).Steps,
            s => s is { Action: "refreshConsumer", Server: "atl-cs-001.litwareinc.com" });
    }

    /// <summary>Follows the plan with every step done at a random time that it allows, and asks at random instants.</summary>
    [Fact]
    public void While_a_plan_is_followed_no_token_ever_fails_and_after_it_the_old_key_counts_nowhere()
    {
        var runs =
            from lync in Gen.Elements(true, false)
            from refreshMinutes in Gen.Choose(0, 24 * 60)
            from askMinutes in Gen.Choose(0, 5 * 24 * 60)
            from lifeMinutes in Gen.Choose(1, 12 * 60)
            from hoursLeft in Gen.Choose(74, 24 * 400)
            select (lync, refreshMinutes, askMinutes, lifeMinutes, hoursLeft);

        Prop.ForAll(
            runs.ToArbitrary(),
            run => Follow(run.lync ? Estate.Lync : Estate.Exchange, run.refreshMinutes, run.askMinutes, run.lifeMinutes, run.hoursLeft))
            .Check(GeneratedCases.Config(2_000));
    }

    private static bool Follow(Server server, int refreshMinutes, int askMinutes, int lifeMinutes, int hoursLeft)
    {
        var old = Certs.Described(5, Now.AddYears(-1), Now.AddHours(hoursLeft));
        var key = server == Estate.Exchange ? (Estate.Lync.Fqdn, "Exchange") : (Estate.Exchange.Fqdn, "Lync");
        var state = States.TwoWay.Holding(server.Fqdn, new CertificateSlots(null, old, null, null));
        state = state.Holding(state.PartnerApplications[key] with { TrustedKeys = [old] });

        var plan = RolloverPlanner.Plan(state, server.Fqdn, Now);
        var switchAt = plan.Steps.Single(s => s.Action == "switch").NotBefore;
        var retireAt = plan.Steps.Single(s => s.Action == "retire").NotBefore;
        var staged = state.Holding(
            server.Fqdn, CertificateRules.Bind(state.Certificates[server.Fqdn], Certs.Valid(9), server.Product, Now, switchAt));
        var refreshAt = Earlier(Now.AddMinutes(refreshMinutes), switchAt);
        var refreshed = staged.Refreshed(key, server, refreshAt);
        var retired = refreshed
            .Holding(server.Fqdn, CertificateRules.ClearPrevious(CertificateRules.At(staged.Certificates[server.Fqdn], server.Product, retireAt)))
            .Refreshed(key, server, retireAt);

        TrustState At(DateTimeOffset time) => time >= retireAt ? retired : time >= refreshAt ? refreshed : staged;
        var issued = Now.AddMinutes(askMinutes);
        var signer = CertificateRules.Signing(At(issued).Certificates[server.Fqdn], server.Product, issued)!;
        var used = issued.AddMinutes(lifeMinutes);
        return plan.Refusal is null
            && Accepts(At(issued), key, signer, issued)
            && Accepts(At(used), key, signer, used)
            && !Accepts(retired, key, old, retireAt);
    }

    private static bool Accepts(TrustState state, (string, string) record, SigningCertificate signer, DateTimeOffset time) =>
        state.PartnerApplications[record].TrustedKeys!.Value.Contains(signer) && signer.IsValidAt(time);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
