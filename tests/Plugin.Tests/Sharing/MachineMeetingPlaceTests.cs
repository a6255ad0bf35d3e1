using PartnerTrust.Plugin.Sharing;

namespace PartnerTrust.Plugin.Tests.Sharing;

/// <summary>The folder in which the processes of one preview meet.</summary>
public sealed class MachineMeetingPlaceTests : IDisposable
{
    private static readonly Meeting Preview = new("preview", "configured", ["lync.litwareinc.com"]);
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_killed_processes_left_goes_after_an_hour_unless_somebody_holds_it()
    {
        Leave("old", TimeSpan.FromHours(2));
        Leave("young", TimeSpan.FromMinutes(1));
        Leave("held", TimeSpan.FromHours(2));
        using var held = new SeatFiles(folder.Path, "held").TakeLock();

        using (await TakeAsync())
        {
            Assert.Equal(["held.card", "held.lock", "preview.card", "preview.lock", "young.card", "young.lock"], Files());
        }

        Assert.Equal(["held.card", "held.lock", "young.card", "young.lock"], Files());
    }

    [Fact]
    public async Task What_a_killed_process_said_is_not_taken_for_another_preview_s()
    {
        Leave("preview", TimeSpan.Zero);

        using var first = await TakeAsync();
        using var second = await TakeAsync();

        Assert.Null(first!.Leader);
        Assert.NotNull(second!.Leader);
    }

    private async Task<Seat?> TakeAsync() =>
        await new MachineMeetingPlace(folder.Path, 4711, TimeProvider.System)
            .TakeAsync(Preview, new RemoteLeader(4711), mayLead: true, CancellationToken.None);

    private void Leave(string key, TimeSpan age)
    {
        File.WriteAllLines(PathOf($"{key}.card"), ["1", "configured otherwise"]);
        File.WriteAllBytes(PathOf($"{key}.lock"), []);
        File.SetLastWriteTimeUtc(PathOf($"{key}.lock"), (TimeProvider.System.GetUtcNow() - age).UtcDateTime);
    }

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    private IEnumerable<string> Files() => Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
