using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Configuring;

/// <summary>The clock of a data directory is so far ahead of the machine's as it was moved, and no further.</summary>
public sealed class MovedClockTests
{
    private static readonly DateTimeOffset Machine = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Configuring_again_does_not_move_the_clock_again()
    {
        var directory = Folders.Make("clock");
        LabClock.Advance(directory, TimeSpan.FromDays(300));
        await using var session = Session(directory);

        session.Configure(Installation.Empty with { DataDirectory = directory });
        session.Configure(Installation.Empty with { DataDirectory = directory });

        Assert.Equal(Machine.AddDays(300), session.Time.GetUtcNow());
    }

    [Fact]
    public async Task Another_directory_brings_its_own_clock()
    {
        var (moved, still) = (Folders.Make("clock"), Folders.Make("clock"));
        LabClock.Advance(moved, TimeSpan.FromDays(300));
        await using var session = Session(moved);

        session.Configure(Installation.Empty with { DataDirectory = moved });
        session.Configure(Installation.Empty with { DataDirectory = still });

        Assert.Equal(Machine, session.Time.GetUtcNow());
    }

    private static ProviderSession Session(string directory) => new(
        new SessionEnvironment(PackageSchema.BuiltIn, new FakeTimeProvider(Machine), NullLoggerFactory.Instance, _ => null, directory),
        EngineOpening.OpenAsync);
}
