using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator.Tests.Connectivity;

/// <summary>A check clears up after those that ended without deleting their item, and after no others.</summary>
public sealed class LeftItemsTests
{
    [Fact]
    public async Task The_item_of_a_check_that_runs_no_more_is_deleted_by_the_next_one()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await LeaveAsync(litware, Guid.NewGuid());

        Assert.True((await litware.CheckAsync(CheckRequests.Storage())).Succeeded);

        Assert.Empty(litware.Backend.Items);
    }

    [Fact]
    public async Task A_check_that_keeps_its_own_item_clears_up_all_the_same()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await LeaveAsync(litware, Guid.NewGuid());

        var report = await litware.CheckAsync(CheckRequests.Storage(delete: false));

        Assert.Equal(report.ItemId, Assert.Single(litware.Backend.Items).Id);
    }

    [Fact]
    public async Task The_item_of_a_check_that_still_runs_stays()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        using var running = litware.Backend.RunningChecks.Begin();
        await LeaveAsync(litware, running.Id);

        Assert.True((await litware.CheckAsync(CheckRequests.Storage())).Succeeded);

        Assert.Single(litware.Backend.Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("../../partnertrust.db")]
    public async Task An_item_that_no_check_wrote_stays(string mark)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await LeaveAsync(litware, mark.Length == 0 ? "" : Marked(mark));

        Assert.True((await litware.CheckAsync(CheckRequests.Storage())).Succeeded);

        Assert.Single(litware.Backend.Items);
    }

    [Fact]
    public async Task An_item_that_is_to_stay_is_left_alone_by_later_checks()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await litware.CheckAsync(CheckRequests.Storage(delete: false));

        await litware.CheckAsync(CheckRequests.Storage());

        Assert.Single(litware.Backend.Items);
    }

    [Fact]
    public async Task Checks_that_run_at_once_delete_what_is_left_and_each_its_own()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await LeaveAsync(litware, Guid.NewGuid());
        await LeaveAsync(litware, Guid.NewGuid());

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => litware.CheckAsync(CheckRequests.Storage())));

        Assert.All(reports, report => Assert.True(report.Succeeded, string.Join('\n', report.Steps)));
        Assert.Empty(litware.Backend.Items);
    }

    private static Task LeaveAsync(EmulatedEstate litware, Guid check) => LeaveAsync(litware, Marked($"{check:N}"));

    private static Task LeaveAsync(EmulatedEstate litware, string properties) => litware.Backend.AddItemAsync(
        new MailItem(
            $"AAMk{Guid.NewGuid():N}", "1", new MailFolder(Litware.KenSmtp, StorageFolders.IdOf(StorageFolder.ConversationHistory)),
            "IPM.Note", "left", "", "Text", "", litware.Time.GetUtcNow())
        {
            Properties = properties,
        },
        EmulatedEstate.Forever);

    private static string Marked(string mark) =>
        """<Properties xmlns="http://schemas.microsoft.com/exchange/services/2006/types"><ExtendedProperty>"""
        + """<ExtendedFieldURI DistinguishedPropertySetId="PublicStrings" PropertyName="PartnerTrustCheck" PropertyType="String" />"""
        + $"<Value>{mark}</Value></ExtendedProperty></Properties>";
}
