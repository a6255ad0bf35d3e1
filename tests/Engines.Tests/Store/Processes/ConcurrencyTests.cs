using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Store.Operations;

namespace PartnerTrust.Engines.Tests.Store.Processes;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Two_processes_with_64_operations_each_lose_nothing_and_never_wait_for_one_another_for_ever()
    {
        using var other = OtherProcess.WriteTogether(directory.Path, "other", 64);
        await StoreWriter.RunTogetherAsync(directory.Path, "own", [.. Certs.Public(0).Der], 64);
        await other.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);

        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        var names = await store.ReadAsync(
            session => StateSlices.ListAll(session, Litware.Lync).Select(application => application.Name).ToHashSet(), default);
        Assert.Equal(0, other.ExitCode);
        Assert.Equal(128, names.Count);
    }

    [Fact]
    public async Task Read_and_write_in_one_operation_never_act_on_what_another_is_changing()
    {
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        await using var second = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => (number % 2 == 0 ? store : second).WriteAsync(
            session =>
            {
                var before = session.Settings.Read("counter") is { } value ? BitConverter.ToInt32(value) : 0;
                session.Settings.Write("counter", BitConverter.GetBytes(before + 1));
            },
            default))));

        Assert.Equal(64, await store.ReadAsync(session => BitConverter.ToInt32(session.Settings.Read("counter")!), default));
    }

    [Fact]
    public async Task Many_may_be_the_first_to_open_one_directory()
    {
        foreach (var round in Enumerable.Range(0, 12))
        {
            var stores = Enumerable.Range(0, 8)
                .Select(_ => new SqliteTrustStore(Path.Combine(directory.Path, $"{round}"), null, NullLogger.Instance)).ToList();
            await Task.WhenAll(
                stores.Select((store, number) => Task.Run(() => store.WriteAsync(session => session.Settings.Write($"{number}", [1]), default))));

            Assert.All(
                await stores[0].ReadAsync(session => stores.Select((_, number) => session.Settings.Read($"{number}")).ToList(), default),
                Assert.NotNull);
            await Task.WhenAll(stores.Select(store => store.DisposeAsync().AsTask()));
        }
    }

    [Fact]
    public async Task A_reader_sees_one_state_while_a_writer_writes()
    {
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        await using var writer = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        await writer.WriteAsync(session => session.Settings.Write("a", [1]), default);

        var seen = await store.ReadAsync(
            session =>
            {
                var first = session.Settings.Read("a")![0];
                writer.WriteAsync(other => other.Settings.Write("a", [2]), default).GetAwaiter().GetResult();
                return (first, second: session.Settings.Read("a")![0]);
            },
            default);

        Assert.Equal((1, 1), ((int)seen.first, (int)seen.second));
    }

    [Fact]
    public async Task A_writer_that_waits_for_another_stops_when_it_is_cancelled()
    {
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        await using var second = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        await second.ReadAsync(session => session.Settings.Read("a"), default);
        using var cancellation = new CancellationTokenSource();

        await store.WriteAsync(
            session =>
            {
                var waiting = second.WriteAsync(other => other.Settings.Write("a", [2]), cancellation.Token);
                cancellation.Cancel();
                Assert.ThrowsAny<OperationCanceledException>(() => waiting.GetAwaiter().GetResult());
            },
            default);

        Assert.Null(await store.ReadAsync(session => session.Settings.Read("a"), default));
    }
}
