using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>A check whose process is killed leaves an item in the mailbox, and the next check takes it away.</summary>
public sealed class KilledCheckTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_check_runs_until_it_is_disposed_of()
    {
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        await using var second = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);

        using (var check = store.RunningChecks.Begin())
        {
            Assert.True(store.RunningChecks.IsRunning(check.Id));
            Assert.True(second.RunningChecks.IsRunning(check.Id));
            check.Dispose();
            Assert.False(second.RunningChecks.IsRunning(check.Id));
        }

        Assert.False(store.RunningChecks.IsRunning(Guid.NewGuid()));
        Assert.Empty(Directory.GetFiles(directory.Path, "check-*"));
    }

    [Fact]
    public async Task What_a_killed_check_left_in_the_mailbox_is_deleted_by_the_next_one()
    {
        await using var installation = await Installation.StartAsync();
        await installation.EstablishAsync();
        using (var other = OtherProcess.CheckUntilKilled(installation.DataDirectory))
        {
            await other.WaitForExitAsync();
            Assert.NotEqual(0, other.ExitCode);
        }

        Assert.Equal(1, await CountItemsAsync(installation));

        var report = await installation.Engine.CheckConnectivityAsync(CheckRequests.Storage(), default);

        Assert.True(report.Succeeded, string.Join('\n', report.Steps));
        Assert.Equal(0, await CountItemsAsync(installation));
        Assert.Empty(Directory.GetFiles(installation.DataDirectory, "check-*"));
    }

    private static async Task<int> CountItemsAsync(Installation installation)
    {
        await using var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default);
        return (await lab.ListMailItemsAsync(10, default)).Length;
    }
}
