using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>What is true around an update, asked of plugins that had no part in it.</summary>
/// <param name="Before">What each call met; of none where nothing was there.</param>
/// <param name="After">What each call meets.</param>
/// <param name="Calls">What the checks find that the update did not run, by resource.</param>
internal sealed record TruthFacts(
    IReadOnlyDictionary<TruthCall, Verdict> Before, IReadOnlyDictionary<TruthCall, Verdict> After, IReadOnlyDictionary<TruthEntry, Verdict> Calls)
{
    /// <summary>The calls that worked and are refused.</summary>
    public IEnumerable<TruthCall> Stopped() => After.Where(met => met.Value.Outcome == Outcome.Fails).Select(met => met.Key).Where(Worked);

    /// <summary>Whether the check was well when it was last made.</summary>
    public static bool Held(TruthEntry check) => check.Outputs.TryGetValue("succeeded", out var value) && value is BoolValue { Value: true };

    public bool Worked(TruthCall call) => Before.TryGetValue(call, out var before) && before.Outcome == Outcome.Holds;
}
