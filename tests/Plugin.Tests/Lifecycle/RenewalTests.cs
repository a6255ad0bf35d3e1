using PartnerTrust.Deployment.Steps;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>What a plain preview, without a refresh, makes of the clock and of operators.</summary>
public sealed class RenewalTests : IAsyncLifetime
{
    private static readonly LifecycleRow Row = LifecycleTable.Rows.Single(row => row.Type == "CertificateBinding");
    private readonly DeployedStack stack = new();

    public async Task InitializeAsync() => await stack.UpAsync(Row.Declare(Row.Changed.Program));

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [Fact]
    public async Task A_certificate_that_enters_its_renewal_window_shows_in_a_plain_preview()
    {
        stack.Time.Advance(TimeSpan.FromDays(304));
        LifecycleTests.AssertNothing(await stack.PreviewAsync(Row.Declare(Row.Changed.Program)));

        stack.Time.Advance(TimeSpan.FromDays(2));
        var due = Assert.Single((await stack.PreviewAsync(Row.Declare(Row.Changed.Program))).Changes);

        Assert.Equal(StepOperation.Update, due.Operation);
        Assert.Equal(["renewalDue"], due.Changes.Keys);
    }

    [Fact]
    public async Task An_operators_own_roll_within_what_was_asked_for_shows_nothing()
    {
        await stack.Operator.RollCertificateAsync(PluginUnderTest.Lync);

        LifecycleTests.AssertNothing(await stack.PreviewAsync(Row.Declare(Row.Changed.Program)));
        var refreshed = await stack.RefreshAsync();

        Assert.DoesNotContain(refreshed.Step(LifecycleRow.Name)!.Changes, change => change.Key.StartsWith("source", StringComparison.Ordinal));
        LifecycleTests.AssertNothing(await stack.UpAsync(Row.Declare(Row.Changed.Program)));
    }
}
