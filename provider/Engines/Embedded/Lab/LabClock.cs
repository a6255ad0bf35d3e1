using System.Globalization;
using System.Text;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Files;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Lab;

/// <summary>The clock of the emulated servers: the machine's, and ahead of it by as much as somebody has moved it, so that a rollover that
/// takes days can be watched in a minute. The data directory remembers how far that is; every process that opens it goes by it.</summary>
public sealed class LabClock : TimeProvider
{
    // No certificate outlives it.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36500);

    private readonly TimeProvider machine;
    private readonly TimeSpan ahead;

    private LabClock(TimeProvider machine, TimeSpan ahead) => (this.machine, this.ahead) = (machine, ahead);

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <summary>The machine's own clock where nobody has moved the directory's.</summary>
    public static TimeProvider Of(string dataDirectory, TimeProvider machine) =>
        Read(new StoreLocation(dataDirectory)) is var ahead && ahead != TimeSpan.Zero ? new LabClock(machine, ahead) : machine;

    /// <summary>Moves the clock on from where it stands, a hundred years at most.</summary>
    public static void Advance(string dataDirectory, TimeSpan by)
    {
        var location = new StoreLocation(dataDirectory);
        var before = Read(location);
        var ahead = by < Furthest - before ? before + by : Furthest;
        location.Guard(() =>
        {
            using var file = new StreamWriter(StoreLocation.CreateFile(location.Clock, FileMode.Create));
            file.Write(ahead.ToString("c", CultureInfo.InvariantCulture));
            return true;
        });
    }

    /// <summary>Back to the machine's time.</summary>
    public static void Reset(string dataDirectory)
    {
        var location = new StoreLocation(dataDirectory);
        location.Guard(() =>
        {
            File.Delete(location.Clock);
            return true;
        });
    }

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + ahead;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    private static string TextOf(string path) => Encoding.UTF8.GetString(RegularFile.Read(path, DataDirectory.LongestClock));

    private static TimeSpan Read(StoreLocation location)
    {
        location.Require();
        var text = location.Guard(() => File.Exists(location.Clock) ? TextOf(location.Clock) : "0");
        return TimeSpan.TryParseExact(text, ["c", "%d"], CultureInfo.InvariantCulture, out var ahead) && ahead >= TimeSpan.Zero && ahead <= Furthest
            ? ahead
            : throw new FaultException(FaultCatalogue.DataDirectoryUnusable(location.Directory, $"{location.Clock} does not hold a span of time."));
    }
}
