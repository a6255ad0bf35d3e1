using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Embedded;

public sealed class LabClockTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider machine = new(Noon);
    private readonly string folder = Directory.CreateTempSubdirectory("partnertrust-clock-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_directory_whose_clock_nobody_moved_goes_by_the_machine()
    {
        Assert.Same(machine, LabClock.Of(folder, machine));
        Assert.Same(machine, LabClock.Of(Path.Combine(folder, "not made yet"), machine));
    }

    [Fact]
    public void A_moved_clock_goes_on_from_where_it_was_put_until_it_is_reset()
    {
        LabClock.Advance(folder, TimeSpan.FromDays(3));
        LabClock.Advance(folder, TimeSpan.FromHours(1));
        machine.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Noon + new TimeSpan(3, 1, 5, 0), LabClock.Of(folder, machine).GetUtcNow());

        LabClock.Reset(folder);
        Assert.Same(machine, LabClock.Of(folder, machine));
    }

    [Fact]
    public void Waiting_takes_as_long_as_it_does_on_the_machine()
    {
        LabClock.Advance(folder, TimeSpan.FromDays(1));
        var clock = LabClock.Of(folder, machine);
        var started = clock.GetTimestamp();
        var rang = false;
        using var timer = clock.CreateTimer(_ => rang = true, null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);

        machine.Advance(TimeSpan.FromSeconds(9));
        Assert.False(rang);
        machine.Advance(TimeSpan.FromSeconds(1));

        Assert.True(rang);
        Assert.Equal(TimeSpan.FromSeconds(10), clock.GetElapsedTime(started));
    }

    [Fact]
    public void A_clock_goes_no_further_than_times_can_be_told()
    {
        for (var count = 0; count < 3; count++)
        {
            LabClock.Advance(folder, TimeSpan.FromDays(36500));
        }

        Assert.Equal(Noon.AddDays(36500), LabClock.Of(folder, machine).GetUtcNow());
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1.00:00:00")]
    [InlineData("99999.00:00:00")]
    public void A_clock_that_tells_no_time_is_a_fault_of_the_directory(string text)
    {
        File.WriteAllText(Path.Combine(folder, "partnertrust.clock"), text);

        var refusal = Assert.Throws<FaultException>(() => LabClock.Of(folder, machine));

        Assert.Equal("PT7007", Assert.Single(refusal.Faults).Code);
    }
}
