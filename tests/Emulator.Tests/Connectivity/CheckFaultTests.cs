using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Emulator.Tests.Connectivity;

/// <summary>The rarer ends of a check, and that it ends as the evaluator foretold.</summary>
public sealed class CheckFaultTests
{
    [Fact]
    public async Task A_refusal_whose_reason_cannot_be_seen_is_told_by_what_the_answer_says()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var meddler = new Meddler("Presenting", () => litware.Backend.Switch(Litware.Exchange, HostFaultKind.Unauthorized));

        var report = await litware.Hosts.CheckConnectivityAsync(CheckRequests.Probe(Litware.Lync, Litware.Exchange), meddler, EmulatedEstate.Forever);

        Assert.Equal(("presentToken", "PT6004"), Last(report));
    }

    [Fact]
    public async Task Autodiscover_that_knows_no_such_user_says_so()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.KnowsAddresses = false;

        Assert.Equal(("userSettings", "PT6005"), Last(await litware.CheckAsync(CheckRequests.Storage())));
    }

    [Fact]
    public async Task An_item_that_gets_lost_is_not_found()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Deliver = _ => null;

        var report = await litware.CheckAsync(CheckRequests.Storage());

        Assert.Equal(("readItem", "PT6008"), Last(report));
        Assert.Contains("ErrorItemNotFound", report.Steps[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_comes_back_changed_fails_the_check_and_is_deleted_all_the_same()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Deliver = item => item with { Subject = "[EXTERNAL] " + item.Subject };

        Assert.Equal(("readItem", "PT6013"), Last(await litware.CheckAsync(CheckRequests.Storage())));
        Assert.Empty(litware.Backend.Items);
    }

    /// <summary>The server that keeps the mailbox answers 500 then, which is nothing that its operators could mend.</summary>
    [Fact]
    public async Task A_store_that_fails_behind_a_server_is_no_step_that_failed()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Deliver = _ => throw new FaultException(FaultCatalogue.StoreCorrupt("trust.db", "malformed"));

        var failure = await Assert.ThrowsAsync<FaultException>(() => litware.CheckAsync(CheckRequests.Storage()));

        Assert.Equal("PT7002", failure.Faults.Single().Code);
    }

    [Fact]
    public async Task A_store_that_fails_while_the_hosts_start_is_no_step_that_failed()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Awaited = Task.FromException(new FaultException(FaultCatalogue.StoreBusy("trust.db", null)));

        var failure = await Assert.ThrowsAsync<FaultException>(() => litware.CheckAsync(CheckRequests.Storage()));

        Assert.Equal("PT7005", failure.Faults.Single().Code);
    }

    [Theory]
    [InlineData("Writing an item")]
    [InlineData("Reading the item")]
    [InlineData("Deleting the item")]
    public async Task A_check_that_is_cancelled_leaves_no_item_behind(string step)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        using var cancel = new CancellationTokenSource();
        var meddler = new Meddler(step, cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => litware.Hosts.CheckConnectivityAsync(CheckRequests.Storage(), meddler, cancel.Token));

        Assert.Empty(litware.Backend.Items);
    }

    [Fact]
    public async Task A_token_server_that_does_not_issue_is_none()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust().WithTokenServer();
        var record = litware.Backend.State.AuthorizationServers[(Litware.Lync, "sts")] with
        {
            AuthMetadataUrl = litware.ServerOf(Litware.Exchange).MetadataUrl,
        };
        litware.Backend.State =
            litware.Backend.State with { AuthorizationServers = litware.Backend.State.AuthorizationServers.SetItem((Litware.Lync, "sts"), record) };

        Assert.Equal(("token", "PT6015"), Last(await litware.CheckAsync(CheckRequests.Probe(Litware.Lync, Litware.Exchange))));
    }

    [Fact]
    public async Task A_status_that_means_nothing_here_is_shown()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var url = Litware.Url(Litware.Lync, "/" + new string('a', 20_000));

        var refused = await Assert.ThrowsAsync<FaultException>(() => litware.Hosts.Network.GetDocumentAsync(url, false, EmulatedEstate.Forever));

        Assert.Equal("PT3059", refused.Faults[0].Code);
    }

    public static TheoryData<string> Breaks => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_check_ends_as_the_evaluator_foretold(string way)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        Ways[way](litware);
        var user = way == "the user has no mailbox" ? "sip:nobody@litwareinc.com" : Litware.Ken;

        var foretold = TrustEvaluator.Evaluate(
            litware.Backend.State, new TrustQuestion(Litware.Lync, Litware.Exchange, user, litware.Time.GetUtcNow()));
        var report = await litware.CheckAsync(CheckRequests.Storage(user));

        Assert.Equal(foretold.Accepted, report.Succeeded);
        Assert.Equal(foretold.Refusal?.Code ?? "", report.Steps[^1].Code);
    }

    private static readonly Dictionary<string, Action<EmulatedEstate>> Ways = new()
    {
        ["nothing is broken"] = _ => { },
        ["the caller rolled its key"] = litware => litware.Bind(Litware.Lync, 2),
        ["the receiver rolled its key"] = litware => litware.Bind(Litware.Exchange, 2),
        ["the caller's certificate expired"] = litware => litware.Time.Now = EmulatedEstate.Start.AddDays(400),
        ["the caller has no certificate"] = litware =>
            litware.Backend.State = litware.Backend.State with { Certificates = litware.Backend.State.Certificates.Remove(Litware.Lync) },
        ["the partner is disabled"] = litware => litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with { Enabled = false }),
        ["the partner is in another realm"] = litware => litware.Trust(
            Litware.Exchange,
            Litware.Lync,
            partner => partner with { Realm = "contoso.com", Issuer = partner.ApplicationIdentifier + "@contoso.com" }),
        ["the partner has no linked account"] = litware =>
            litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with { LinkedAccount = null }),
        ["nobody is registered"] = litware =>
            litware.Backend.State = litware.Backend.State with { PartnerApplications = litware.Backend.State.PartnerApplications.Clear() },
        ["the realm is accepted by a wildcard only"] = litware =>
            litware.Change(Litware.Exchange, server => server with { AcceptedDomains = ["*.litwareinc.com"] }),
        ["autodiscover is not set"] = litware =>
            litware.Backend.State = litware.Backend.State with { OAuthConfigurations = litware.Backend.State.OAuthConfigurations.Clear() },
        ["the user has no mailbox"] = _ => { },
        ["the caller's realm changed"] = litware => litware.Backend.State = litware.Backend.State with
        {
            OAuthConfigurations = litware.Backend.State.OAuthConfigurations.SetItem(
                Litware.Lync, litware.Backend.State.OAuthConfigurations[Litware.Lync] with { Realm = "sip.litwareinc.com" }),
        },
        ["a token server stands between"] = litware => litware.WithTokenServer(),
        ["the token server does not know the caller"] = litware =>
        {
            litware.WithTokenServer();
            litware.Backend.State = litware.Backend.State with
            {
                PartnerApplications = litware.Backend.State.PartnerApplications.Remove((Litware.TokenServer, "from-" + Litware.Lync)),
            };
        },
        ["the trusted key was given as a certificate"] = litware => litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with
        {
            Source = new PartnerSource.Certificate(partner.ApplicationIdentifier, partner.Realm, partner.TrustedKeys!.Value[0]),
        }),
    };

    private static (string Step, string Code) Last(ConnectivityReport report) => (report.Steps[^1].Name, report.Steps[^1].Code);

    private sealed class Meddler(string start, Action meddle) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith(start, StringComparison.Ordinal))
            {
                meddle();
            }
        }
    }
}
