using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Tests.Connectivity;

/// <summary>The check as users of <c>Test-CsExStorageConnectivity</c> know it (domain.md 6.1).</summary>
public sealed class StorageCheckTests
{
    [Fact]
    public async Task A_trusted_caller_writes_reads_and_deletes_an_item()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var told = new List<string>();

        var report = await litware.CheckAsync(CheckRequests.Storage(), told);

        Assert.True(report.Succeeded, string.Join('\n', report.Steps));
        Assert.Equal(
            ["question", "autodiscover", "challenge", "token", "userSettings", "writeItem", "readItem", "deleteItem"],
            report.Steps.Select(step => step.Name));
        Assert.NotNull(report.ItemId);
        Assert.Empty(litware.Backend.Items);
        Assert.Equal(report.Steps.Length, told.Count);
    }

    [Fact]
    public async Task An_item_stays_when_nobody_asks_for_its_deletion()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var report = await litware.CheckAsync(CheckRequests.Storage(delete: false));

        var item = Assert.Single(litware.Backend.Items);
        Assert.Equal(item.Id, report.ItemId);
        Assert.Equal("00000004-0000-0ff1-ce00-000000000000@litwareinc.com", item.CreatedBy);
        Assert.Equal("conversationhistory", item.Folder.Name);
        Assert.Equal("IPM.Note.Microsoft.Conversation", item.ItemClass);
    }

    [Fact]
    public async Task A_user_without_a_mailbox_is_told_as_what_it_is()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var report = await litware.CheckAsync(CheckRequests.Storage("sip:nobody@litwareinc.com"));

        var failed = Failure(report, "userSettings", "PT5072");
        Assert.Contains("nobody@litwareinc.com", failed.Fault!.Found, StringComparison.Ordinal);
        Assert.Contains("user-context in the token does not exist", failed.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_autodiscover_url_nothing_is_called()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.State = litware.Backend.State with { OAuthConfigurations = litware.Backend.State.OAuthConfigurations.Clear() };

        Failure(await litware.CheckAsync(CheckRequests.Storage()), "autodiscover", "PT5083");
    }

    [Fact]
    public async Task The_dumpster_needs_an_archive()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        Failure(await litware.CheckAsync(CheckRequests.Storage(folder: StorageFolder.Dumpster)), "writeItem", "PT6009");

        litware.Backend.State = litware.Backend.State with
        {
            Mailboxes = litware.Backend.State.Mailboxes.SetItem(Litware.Ken, new Mailbox(Litware.Ken, Litware.KenSmtp, Litware.Exchange, true)),
        };
        Assert.True((await litware.CheckAsync(CheckRequests.Storage(folder: StorageFolder.Dumpster))).Succeeded);
    }

    [Theory]
    [InlineData("kenmyer@litwareinc.com", "PT5086")]
    [InlineData("sip:kenmyer", "PT5086")]
    public async Task A_user_is_named_by_a_sip_address(string user, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        Failure(await litware.CheckAsync(CheckRequests.Storage(user)), "question", code);
    }

    [Fact]
    public async Task Only_exchange_keeps_items()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var request = CheckRequests.Storage() with { Target = Litware.SharePoint };

        Failure(await litware.CheckAsync(request), "question", "PT6001");
    }

    [Fact]
    public async Task A_target_is_the_server_that_autodiscover_finds_or_else_the_check_fails()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var found = CheckRequests.Storage() with { Target = Litware.Exchange };
        litware.AddExchange("exch02.litwareinc.com");

        Assert.True((await litware.CheckAsync(found)).Succeeded);
        Failure(await litware.CheckAsync(found with { Target = "exch02.litwareinc.com" }), "userSettings", "PT6006");
    }

    [Fact]
    public async Task Autodiscover_redirects_only_to_allowed_domains()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Exchange, HostFaultKind.AutodiscoverRedirect);

        var failed = Failure(await litware.CheckAsync(CheckRequests.Storage()), "userSettings", "PT6007");
        Assert.Contains("autodiscover-s.outlook.com", failed.Detail, StringComparison.Ordinal);

        litware.AddExchange("exch02.litwareinc.com");
        litware.Trust("exch02.litwareinc.com", Litware.Lync);
        litware.PointToAutodiscover(allowed: ["*.litwareinc.com"]);
        litware.Backend.Switch(Litware.Exchange, HostFaultKind.AutodiscoverRedirect, "https://exch02.litwareinc.com/autodiscover/autodiscover.svc");
        var report = await litware.CheckAsync(CheckRequests.Storage());
        Assert.Equal(2, report.Steps.Count(step => step.Name == "userSettings"));
    }

    [Fact]
    public async Task Cancelling_ends_a_check_at_once()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Exchange, HostFaultKind.Slow);
        using var cancel = new CancellationTokenSource();

        var check = litware.Hosts.CheckConnectivityAsync(CheckRequests.Storage(), new CancelOn("Asking", cancel), cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    private static TraceStep Failure(ConnectivityReport report, string step, string code)
    {
        Assert.False(report.Succeeded);
        var last = report.Steps[^1];
        Assert.Equal((step, code), (last.Name, last.Code));
        Assert.False(last.Succeeded);
        Assert.All(report.Steps.SkipLast(1), taken => Assert.True(taken.Succeeded));
        return last;
    }

    private sealed class CancelOn(string start, CancellationTokenSource cancel) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith(start, StringComparison.Ordinal))
            {
                cancel.CancelAfter(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
