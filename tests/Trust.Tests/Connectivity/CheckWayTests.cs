using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Tests.Connectivity;

/// <summary>Which steps a check takes, to which URLs (domain.md 6.1).</summary>
public sealed class CheckWayTests
{
    private const string Autodiscover = "https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc";
    private const string Mailbox = "https://ex2.litwareinc.com/EWS/Exchange.asmx";
    private const string Elsewhere = "https://ex2.litwareinc.com/autodiscover/autodiscover.svc";

    private static readonly OAuthConfiguration Settings = Estate.LyncSettings with
    {
        ExchangeAutodiscoverUrl = new Uri(Autodiscover),
        ExchangeAutodiscoverAllowedDomains = ["*.litwareinc.com"],
    };

    [Fact]
    public void A_storage_check_of_Lync_goes_by_Autodiscover_to_the_mailbox_on_the_same_server()
    {
        var way = Way(ConnectivityMethod.Storage);

        var steps = Walk(way, new AutodiscoverAnswer(new Uri("https://autodiscover.litwareinc.com/EWS/Exchange.asmx"), null));

        Assert.Equal("autodiscover challenge token userSettings writeItem readItem deleteItem", Names(steps));
        Assert.Equal("https://autodiscover.litwareinc.com/EWS/Exchange.asmx", steps[^1].Place.AbsoluteUri);
    }

    [Fact]
    public void A_mailbox_on_another_server_needs_a_token_of_its_own()
    {
        var steps = Walk(Way(ConnectivityMethod.Storage), new AutodiscoverAnswer(new Uri(Mailbox), null));

        Assert.Equal("autodiscover challenge token userSettings mailboxChallenge mailboxToken writeItem readItem deleteItem", Names(steps));
        Assert.Equal("ex2.litwareinc.com", steps.Single(step => step.Name == "mailboxToken").Place.Host);
    }

    [Fact]
    public void A_redirection_is_followed_with_another_token()
    {
        var found = new AutodiscoverAnswer(new Uri(Mailbox), null);

        var steps = Walk(Way(ConnectivityMethod.Storage), new AutodiscoverAnswer(null, Elsewhere), found);

        Assert.Equal("autodiscover challenge token userSettings challenge token userSettings writeItem readItem deleteItem", Names(steps));
    }

    [Theory]
    [InlineData("http://ex2.litwareinc.com/autodiscover/autodiscover.svc")]
    [InlineData("https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc")]
    [InlineData("elsewhere")]
    [InlineData("")]
    public void A_redirection_to_where_nobody_allowed_it_ends_the_way(string redirect)
    {
        var asked = new CheckStep(CheckStepKind.UserSettings, new Uri(Autodiscover));

        Assert.Equal("PT6007", Way(ConnectivityMethod.Storage).Follow(asked, new AutodiscoverAnswer(null, redirect)).Fault?.Code);
    }

    [Fact]
    public void Redirections_are_not_followed_for_ever()
    {
        var way = Way(ConnectivityMethod.Storage);
        var asked = new CheckStep(CheckStepKind.UserSettings, new Uri(Autodiscover));
        for (var redirects = 0; redirects < 3; redirects++)
        {
            asked = way.Follow(asked, new AutodiscoverAnswer(null, Autodiscover)).Next!;
        }

        Assert.Equal("PT6007", way.Follow(asked, new AutodiscoverAnswer(null, Autodiscover)).Fault?.Code);
    }

    [Fact]
    public void A_target_is_where_the_mailbox_must_be()
    {
        var way = Way(ConnectivityMethod.Storage) with { Target = Estate.Exchange };
        var asked = new CheckStep(CheckStepKind.UserSettings, new Uri(Autodiscover));

        Assert.Equal("PT6006", way.Follow(asked, new AutodiscoverAnswer(new Uri(Mailbox), null)).Fault?.Code);
        Assert.Null(way.Follow(asked, new AutodiscoverAnswer(new Uri($"https://{Estate.Exchange.Fqdn}/EWS/Exchange.asmx"), null)).Fault);
    }

    [Fact]
    public void An_item_that_is_to_stay_is_not_deleted()
    {
        var way = Way(ConnectivityMethod.Storage);
        way = way with { Request = way.Request with { DeleteItem = false } };

        Assert.Null(way.Next(new CheckStep(CheckStepKind.ReadItem, new Uri(Autodiscover))));
    }

    [Fact]
    public void A_probe_presents_its_token_and_asks_for_nothing()
    {
        Assert.Equal("autodiscover challenge token presentToken", Names(Walk(Way(ConnectivityMethod.Probe))));

        var steps = Walk(Way(ConnectivityMethod.Probe) with { Target = Estate.SharePoint });
        Assert.Equal("challenge token presentToken", Names(steps));
        Assert.Equal($"https://{Estate.SharePoint.Fqdn}/_vti_bin/client.svc", steps[0].Place.AbsoluteUri);
    }

    [Fact]
    public void A_server_other_than_Lync_goes_straight_to_the_mailboxes_of_its_target()
    {
        var way = Way(ConnectivityMethod.Storage) with { Caller = Estate.SharePoint, Target = Estate.Exchange };

        var steps = Walk(way);

        Assert.Equal("challenge token writeItem readItem deleteItem", Names(steps));
        Assert.Equal($"https://{Estate.Exchange.Fqdn}/EWS/Exchange.asmx", steps[0].Place.AbsoluteUri);
    }

    [Fact]
    public void Without_an_autodiscover_url_the_way_ends_before_it_begins()
    {
        var way = Way(ConnectivityMethod.Storage) with { Configuration = Settings with { ExchangeAutodiscoverUrl = null } };

        Assert.Equal("PT5083", way.Objection(way.First)?.Code);
    }

    private static CheckWay Way(ConnectivityMethod method) => new(
        new ConnectivityRequest(Estate.Lync.Fqdn, null, "sip:kenmyer@litwareinc.com", StorageFolder.Inbox, true, method),
        Estate.Lync, null, Settings);

    private static List<CheckStep> Walk(CheckWay way, params AutodiscoverAnswer[] answers)
    {
        var (steps, left) = (new List<CheckStep>(), new Queue<AutodiscoverAnswer>(answers));
        for (CheckStep? step = way.First; step is not null;)
        {
            steps.Add(step);
            step = step.Kind == CheckStepKind.UserSettings ? way.Follow(step, left.Dequeue()).Next : way.Next(step);
        }

        return steps;
    }

    private static string Names(IEnumerable<CheckStep> steps) => string.Join(' ', steps.Select(step => step.Name));
}
