using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Tests.Connectivity;

/// <summary>A probe proves the trust, writes nothing and needs no mailbox.</summary>
public sealed class ProbeTests
{
    [Theory]
    [InlineData(Litware.Lync, null)]
    [InlineData(Litware.Lync, Litware.Exchange)]
    [InlineData(Litware.Exchange, Litware.Lync)]
    [InlineData(Litware.Exchange, Litware.SharePoint)]
    public async Task A_trusted_caller_is_let_in(string from, string? to)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Trust(Litware.SharePoint, Litware.Exchange);

        foreach (var user in new[] { Litware.Ken, "sip:nobody@litwareinc.com" })
        {
            var report = await litware.CheckAsync(CheckRequests.Probe(from, to, user));

            Assert.True(report.Succeeded, string.Join('\n', report.Steps));
            Assert.Null(report.ItemId);
        }

        Assert.Empty(litware.Backend.Items);
    }

    [Fact]
    public async Task A_stranger_is_not_let_in()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var report = await litware.CheckAsync(CheckRequests.Probe(Litware.Exchange, Litware.SharePoint));

        Assert.Equal("PT5085", report.Steps[^1].Code);
    }

    [Fact]
    public async Task A_caller_whom_the_challenge_has_no_room_to_name_is_let_in_if_it_is_trusted()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        for (var number = 0; number < BearerChallenge.MostIssuers; number++)
        {
            litware.Trust(Litware.Lync, Litware.Exchange, record => Another(record, number));
        }

        var trusted = await litware.CheckAsync(CheckRequests.Probe(Litware.Exchange, Litware.Lync));
        litware.Trust(Litware.Lync, Litware.Exchange, record => record with { Enabled = false });
        var disabled = await litware.CheckAsync(CheckRequests.Probe(Litware.Exchange, Litware.Lync));

        Assert.True(trusted.Succeeded, string.Join('\n', trusted.Steps));
        Assert.Equal("PT5085", disabled.Steps[^1].Code);
    }

    [Fact]
    public async Task A_server_other_than_lync_has_to_be_told_whom_to_call()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var report = await litware.CheckAsync(CheckRequests.Probe(Litware.Exchange, null));

        Assert.Equal("PT5080", report.Steps[^1].Code);
    }

    [Fact]
    public async Task A_caller_that_is_not_trusted_itself_gets_its_token_from_the_token_server_that_both_know()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust().WithTokenServer();

        var report = await litware.CheckAsync(CheckRequests.Probe(Litware.Lync, Litware.Exchange));

        Assert.True(report.Succeeded, string.Join('\n', report.Steps));
        Assert.Contains(
            "issued by " + WellKnownApplications.TokenServer, report.Steps.Single(step => step.Name == "token").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_server_issues_to_its_partners_alone()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust().WithTokenServer();
        litware.Backend.State = litware.Backend.State with
        {
            PartnerApplications = litware.Backend.State.PartnerApplications.Remove((Litware.TokenServer, "from-" + Litware.Lync)),
        };

        var report = await litware.CheckAsync(CheckRequests.Probe(Litware.Lync, Litware.Exchange));

        Assert.Equal(("token", "PT5020"), (report.Steps[^1].Name, report.Steps[^1].Code));
    }

    private static PartnerApplication Another(PartnerApplication record, int number)
    {
        var identifier = $"{number:x8}-0000-0000-0000-000000000000";
        return record with { Name = $"a{number}", ApplicationIdentifier = identifier, Issuer = $"{identifier}@{record.Realm}" };
    }
}
