using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Model;

namespace PartnerTrust.Engines.Tests.PowerShell.Administration;

/// <summary>Every kind of write, and whatever may befall each of its calls.</summary>
public sealed class WriteFlowTests
{
    private static readonly Dictionary<string, WriteScenario> Scenarios = WriteScenario.All.ToDictionary(scenario => scenario.Name);

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    public static TheoryData<string, Trouble> Troubles
    {
        get
        {
            var all = new TheoryData<string, Trouble>();
            foreach (var trouble in Enum.GetValues<Trouble>().Where(trouble => trouble != Trouble.None))
            {
                foreach (var name in Scenarios.Keys)
                {
                    all.Add(name, trouble);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_write_is_done_and_the_next_one_finds_nothing_to_do(string name)
    {
        using var estate = Scenarios[name].Start();

        var first = await Scenarios[name].ActAsync(estate);
        var (written, state) = (estate.Written.Count, ModelState.Of(estate));
        var second = await Scenarios[name].ActAsync(estate);

        Assert.Equal("done", first.Kind);
        Assert.NotEqual(0, written);
        Assert.DoesNotContain(estate.Written.Skip(written), call => !WriteScenario.Repeatable.Contains(call.Cmdlet));
        Assert.Equal(state, ModelState.Of(estate));
        Assert.True(second.Kind is "done" || second.Faults[0].Code is "PT7016" or "PT4001", second.ToString());
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Whatever_befalls_a_call_nothing_is_done_twice_and_nothing_is_left_half_done(string name, Trouble trouble)
    {
        var scenario = Scenarios[name];
        var (wanted, writes) = await UntroubledAsync(scenario);
        for (var at = 0; at < writes.Count; at++)
        {
            using var estate = scenario.Start();
            var before = ModelState.Of(estate);
            Befall(estate, at, trouble);

            var end = await scenario.ActAsync(estate);

            var isSeen = trouble != Trouble.FailsBefore && !(trouble == Trouble.FailsAfter && WriteScenario.ShowsNothing(scenario, writes[at]));
            Assert.Equal(isSeen ? "done" : at == 0 ? "refused" : "interrupted", end.Kind);
            if (end.Kind == "refused" && trouble == Trouble.FailsBefore)
            {
                Assert.Equal(before, ModelState.Of(estate));
            }

            await HealAsync(scenario, estate, end);
            Assert.Equal(wanted, ModelState.Of(estate));
            AssertNothingTwice(estate);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Where_nothing_can_be_seen_after_a_lost_call_nobody_says_what_became_of_it(string name)
    {
        var scenario = Scenarios[name];
        var (wanted, writes) = await UntroubledAsync(scenario);
        for (var at = 0; at < writes.Count; at++)
        {
            using var estate = scenario.Start();
            var isDead = false;
            Befall(estate, at, Trouble.LostAfter, () => isDead = true);
            estate.Intercept(call => isDead && !IsWrite(call) ? Trouble.LostBefore : null);

            var end = await scenario.ActAsync(estate);

            Assert.Equal(("interrupted", false, "PT8015"), (end.Kind, end.IsSeen, end.Faults[0].Code));
            isDead = false;
            await HealAsync(scenario, estate, end);
            Assert.Equal(wanted, ModelState.Of(estate));
            AssertNothingTwice(estate);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_that_is_lost_twice_is_not_sent_a_third_time(string name)
    {
        using var estate = Scenarios[name].Start();
        var sent = 0;
        estate.Intercept(call => IsWrite(call) && ++sent > 0 ? Trouble.LostBefore : null);

        var end = await Scenarios[name].ActAsync(estate);

        Assert.Equal(("interrupted", true), (end.Kind, end.IsSeen));
        Assert.Equal(2, sent);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Records_of_others_are_never_touched(string name)
    {
        using var estate = Scenarios[name].Start();

        await Scenarios[name].ActAsync(estate);

        Assert.True(estate.Exchange.Partners.ContainsKey("Lync Online"));
        Assert.True(estate.Lync.Partners.ContainsKey("microsoft.sts"));
        Assert.DoesNotContain(estate.Written, call => CallText.Of(call).Contains("Online", StringComparison.Ordinal)
            || CallText.Of(call).Contains("microsoft.sts", StringComparison.Ordinal));
    }

    private static async Task<(string Wanted, IReadOnlyList<CmdletCall> Writes)> UntroubledAsync(WriteScenario scenario)
    {
        using var estate = scenario.Start();
        await scenario.ActAsync(estate);
        return (ModelState.Of(estate), estate.Written);
    }

    private static void Befall(ModelEstate estate, int at, Trouble trouble, Action? also = null)
    {
        var writes = 0;
        estate.Intercept(call =>
        {
            if (!IsWrite(call) || writes++ != at)
            {
                return null;
            }

            also?.Invoke();
            return trouble;
        });
    }

    /// <summary>The next update does what is left, and takes over what is there.</summary>
    private static async Task HealAsync(WriteScenario scenario, ModelEstate estate, WriteEnd end)
    {
        estate.Calm();
        if (end.Kind != "done")
        {
            var healed = await scenario.HealAsync(estate, end);
            Assert.True(healed.Kind == "done", healed.ToString());
        }
    }

    private static bool IsWrite(CmdletCall call) => AllowedCmdlets.Find(call.Cmdlet) is { Effect: CmdletEffect.Writes };

    private static void AssertNothingTwice(ModelEstate estate) => Assert.All(
        estate.Written.Where(call => !WriteScenario.Repeatable.Contains(call.Cmdlet)).GroupBy(CallText.Of), calls => Assert.Single(calls));
}
