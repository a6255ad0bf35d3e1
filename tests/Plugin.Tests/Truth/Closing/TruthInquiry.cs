using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Plugin.Tests.Truth.Programs;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>Finds out how things are, of a plugin that had no part in what made them so.</summary>
internal sealed class TruthInquiry(TruthCalls calls)
{
    /// <summary>What calls would meet; nobody makes them.</summary>
    public async Task<Dictionary<TruthCall, Verdict>> ExplainAsync(IEnumerable<TruthCall> questions)
    {
        var met = new Dictionary<TruthCall, Verdict>();
        foreach (var question in questions)
        {
            var (answer, failure) = await calls.InvokeAsync(TruthResource.Of("explainTrust", "fact", question.Arguments), question.Arguments);
            Assert.Null(failure);
            met[question] = Foreseen.InAnswer(answer);
        }

        return met;
    }

    /// <summary>What checks find, made once more whatever they would do on failure.</summary>
    public async Task<Dictionary<TruthEntry, Verdict>> MakeAsync(IEnumerable<TruthEntry> checks)
    {
        var met = new Dictionary<TruthEntry, Verdict>();
        foreach (var check in checks)
        {
            var inputs = check.Inputs.Set("onFailure", "warn");
            var made = await calls.CreateAsync(TruthResource.Of(check.Identity.Type, check.Identity.Name, inputs), inputs);
            met[check] = Foreseen.InSteps(made.Outputs);
        }

        return met;
    }
}
