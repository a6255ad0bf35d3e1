using FsCheck;
using Microsoft.FSharp.Core;

namespace PartnerTrust.Testing.Basics;

/// <summary>How many cases a test generates, and which. By day they are the same everywhere, so that what passes here passes on the build
/// server; by night they are many more, and others each time.</summary>
public static class GeneratedCases
{
    private static readonly FSharpOption<Replay> TheSameEveryDay = FSharpOption<Replay>.Some(
        new Replay(new Rnd(20130415, 1), FSharpOption<int>.None));

    public static bool ByNight { get; } = Environment.GetEnvironmentVariable("PARTNERTRUST_NIGHTLY") == "1";

    public static int Number(int byDay, int byNight) => ByNight ? byNight : byDay;

    public static Config Config(int byDay, int? byNight = null)
    {
        var config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Number(byDay, byNight ?? byDay));
        return ByNight ? config : config.WithReplay(TheSameEveryDay);
    }
}
