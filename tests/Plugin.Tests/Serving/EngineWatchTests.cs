using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Plugin.Hosting;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>When the engine counts as gone: by who the parent is, and by what the engine's address says.</summary>
public sealed class EngineWatchTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider time = new();
    private readonly Turns turns = new();
    private readonly Parent parent = new();
    private EngineSign sign = EngineSign.Answers;
    private (bool Any, bool Now) calls;
    private bool isDismissed;

    [Fact]
    public void An_engine_that_was_gone_before_the_first_look_ends_the_plugin_at_once()
    {
        (parent.IsGone, sign) = (true, EngineSign.Refuses);

        Assert.True(EndsWithin(seconds: 0));
    }

    [Fact]
    public void An_engine_that_is_killed_ends_the_plugin_within_a_second_or_so()
    {
        var watch = Watch();
        (parent.IsGone, sign) = (true, EngineSign.Refuses);

        Assert.True(EndsWithin(watch, seconds: 2));
    }

    [Fact]
    public void A_plugin_that_was_dismissed_ends_though_its_engine_goes_on()
    {
        var watch = Watch();
        Assert.False(EndsWithin(watch, seconds: 20));

        isDismissed = true;

        Assert.True(EndsWithin(watch, seconds: 2));
    }

    [Fact]
    public async Task A_watch_that_nobody_holds_any_more_ends()
    {
        Abandon();

        // A loop that goes on without its timer goes on where it was finalized, and lets no other finalizer run.
        await Task.Run(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(nameof(EngineSign.Answers))]
    [InlineData(nameof(EngineSign.Unclear))]
    public void Who_takes_in_orphans_may_be_the_engine_itself(string engine)
    {
        (parent.IsGone, sign) = (true, Enum.Parse<EngineSign>(engine));

        Assert.False(EndsWithin(seconds: 120));
    }

    [Fact]
    public void A_shell_that_outlives_its_engine_does_not_keep_the_plugin()
    {
        var watch = Watch();
        EndsWithin(watch, seconds: 6);
        sign = EngineSign.Refuses;

        Assert.True(EndsWithin(watch, seconds: 6));
    }

    [Fact]
    public void Calls_that_run_are_not_cut_off_while_the_parent_lives()
    {
        var watch = Watch();
        EndsWithin(watch, seconds: 6);
        (sign, calls) = (EngineSign.Refuses, (true, true));

        Assert.False(EndsWithin(watch, seconds: 60));
        calls = (true, false);
        Assert.True(EndsWithin(watch, seconds: 6));
    }

    [Fact]
    public void An_address_at_which_there_never_was_an_engine_ends_nothing_that_is_used()
    {
        (sign, calls) = (EngineSign.Refuses, (true, false));

        Assert.False(EndsWithin(seconds: 300));
    }

    [Fact]
    public void A_plugin_that_nobody_calls_and_whose_engine_never_was_there_ends_after_half_a_minute()
    {
        sign = EngineSign.Refuses;
        var watch = Watch();

        Assert.False(EndsWithin(watch, seconds: 29));
        Assert.True(EndsWithin(watch, seconds: 10));
    }

    [Fact]
    public void A_parent_that_lives_spares_the_engine_most_looks()
    {
        var looks = 0;
        var watch = new EngineWatch(
            parent, _ => Task.FromResult(looks++ < 0 ? EngineSign.Refuses : EngineSign.Answers), () => calls, () => isDismissed, time);

        EndsWithin(Watch(watch), seconds: 20);

        Assert.InRange(looks, 2, 5);
    }

    private Task Watch() => Watch(new EngineWatch(parent, _ => Task.FromResult(sign), () => calls, () => isDismissed, time));

    private Task Watch(EngineWatch watch) => turns.Run(() => watch.WaitForEndAsync(CancellationToken.None));

    private bool EndsWithin(int seconds) => EndsWithin(Watch(), seconds);

    private bool EndsWithin(Task watch, int seconds)
    {
        for (var second = 0; second < seconds && !watch.IsCompleted; second++)
        {
            turns.Run(() => time.Advance(Second));
        }

        return watch.IsCompletedSuccessfully;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon() => _ = new EngineWatch(
        new Parent(), _ => Task.FromResult(EngineSign.Answers), () => (false, false), () => false, new FakeTimeProvider())
        .WaitForEndAsync(CancellationToken.None);

    private sealed class Parent : IParent
    {
        public bool IsGone { get; set; }

        public void Dispose()
        {
        }
    }
}
