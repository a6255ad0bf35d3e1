using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Rollovers;

/// <summary>A plan's dated steps, done one after the other by the real operations while time passes and tokens come and go.</summary>
public sealed class PlannedRolloverTests
{

    private static readonly Gen<RolloverRun> Ways =
        from product in Gen.Elements(ServerProduct.LyncServer, ServerProduct.ExchangeServer, ServerProduct.TokenServer)
        from hoursLeft in Gen.Choose(74, 24 * 300)
        from refresh in Gen.Choose(0, 100)
        from retireAfter in Gen.Choose(0, 48)
        from asked in Gen.Choose(0, 6 * 24 * 60).ArrayOf(8)
        from life in Gen.Choose(1, 12 * 60)
        select new RolloverRun(product, hoursLeft, refresh / 100.0, retireAfter, asked, life);

    [Fact]
    [Trait("Size", "Nightly")]
    public void While_a_plan_is_followed_no_valid_token_fails_and_after_it_the_old_key_signs_for_nobody() => Prop
        .ForAll(Ways.ToArbitrary(), run => FollowAsync(run).GetAwaiter().GetResult())
        .Check(GeneratedCases.Config(40, byNight: 2_000));

    private static async Task FollowAsync(RolloverRun run)
    {
        var old = RolloverWorld.Certify("old.litwareinc.com", Certs.Now.AddHours(run.HoursLeft));
        var next = RolloverWorld.Certify("next.litwareinc.com", Certs.Now.AddYears(3));
        await using var world = new RolloverWorld(run.Product);
        await world.EstablishAsync(old);
        var plan = await world.PlanAsync();
        Assert.Null(plan.Refusal);

        var valid = new List<(string Text, DateTimeOffset Until)>();
        foreach (var (time, step) in Schedule(plan, run))
        {
            world.Time.SetUtcNow(time);
            await (step is null ? IssueAsync(world, plan, run, [old, next], valid) : DoAsync(world, plan, step, next));
            foreach (var token in valid.Where(token => token.Until > time))
            {
                var verdict = await world.PresentAsync(token.Text);
                Assert.True(verdict.Accepted, $"{run} at {time:u}, after {step?.Action ?? "a call"}: {verdict.Refusal}");
            }
        }

        Assert.Equal(next.Certificate, await world.SignerAsync());
        Assert.Equal("PT5025", (await world.PresentAsync(world.Issue(old, run.LifeMinutes))).Refusal?.Code);
        Assert.True((await world.PresentAsync(world.Issue(next, run.LifeMinutes))).Accepted);
    }

    /// <summary>Each step at a time that the plan allows, in its order, and calls in between.</summary>
    private static IEnumerable<(DateTimeOffset Time, RolloverStep? Step)> Schedule(RolloverPlan plan, RolloverRun run)
    {
        var switched = plan.Steps.Single(step => step.Action == "switch").NotBefore;
        var steps = plan.Steps.Select(step => (Time: step.Action switch
        {
            "refreshConsumer" when step.NotBefore < switched => step.NotBefore + (run.RefreshAfter * (switched - step.NotBefore)),
            "retire" or "refreshConsumer" => step.NotBefore.AddHours(run.RetireAfterHours),
            _ => step.NotBefore,
        }, Step: (RolloverStep?)step));
        var calls = run.Asked.Select(minutes => (Time: Certs.Now.AddMinutes(minutes), Step: (RolloverStep?)null));
        return steps.Concat(calls).OrderBy(happening => happening.Time);
    }

    private static Task DoAsync(RolloverWorld world, RolloverPlan plan, RolloverStep step, CertificateWithKey next) => step.Action switch
    {
        "stage" => world.BindAsync(world.Rolling, next, plan.Steps.Single(other => other.Action == "switch").NotBefore),
        "refreshConsumer" => world.RefreshAsync(step.Server),
        "retire" => world.RetireAsync(),
        _ => Task.CompletedTask,
    };

    /// <summary>A product may sign with the old key for a while after the date: Exchange switches within twelve hours (domain.md 2.3).</summary>
    private static async Task IssueAsync(
        RolloverWorld world, RolloverPlan plan, RolloverRun run, CertificateWithKey[] keys, List<(string Text, DateTimeOffset Until)> valid)
    {
        var now = world.Time.GetUtcNow();
        var switched = plan.Steps.Single(step => step.Action == "switch").NotBefore;
        var signer = await world.SignerAsync();
        var late = now >= switched && now < switched + ProductLifecycle.Of(run.Product).ActivationDelay && run.LifeMinutes % 2 == 0;
        var key = late ? keys[0] : keys.Single(key => key.Certificate.Equals(signer));
        valid.Add((world.Issue(key, run.LifeMinutes), now.AddMinutes(run.LifeMinutes)));
    }
}
