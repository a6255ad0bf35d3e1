using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Rollovers;

/// <summary>A plan's dated steps, done one after the other by the real operations while time passes and tokens come and go. Whatever happens, every
/// token that lives is presented after it; and each once more in its last second.</summary>
internal sealed class FollowedRollover(RolloverRun run) : IAsyncDisposable
{
    private readonly RolloverWorld world = new(run.Product);
    private readonly List<CertificateWithKey> certificates = [RolloverWorld.Certify("key0.litwareinc.com", Certs.Now.AddHours(run.HoursLeft))];
    private readonly List<Token> tokens = [];
    private List<Happening> ahead = [];
    private string[] consumers = [];

    public int Presented { get; private set; }

    public async Task FollowAsync()
    {
        await world.EstablishAsync(certificates[0]);
        var switched = await PlanAsync();
        consumers = [.. ahead.Select(happening => happening.Consumer).OfType<string>().Distinct()];
        Expect(run.Asked.Concat(run.AskedAtSwitch.Select(minutes => MinutesUntil(switched) + minutes)), "a call", IssueAsync);
        Expect(run.Reread.Where(minutes => minutes % 2 == 0), "the first consumer re-read", () => world.RefreshAsync(consumers[0]));
        Expect(run.Reread.Where(minutes => minutes % 2 != 0), "the last consumer re-read", () => world.RefreshAsync(consumers[^1]));
        Expect(run.PlannedAgain, "another plan", PlanAsync);
        while (ahead.MinBy(happening => happening.Time) is { } next)
        {
            ahead.Remove(next);
            await ExpireUntilAsync(next.Time);
            world.Time.SetUtcNow(next.Time);
            await next.Act();
            await PresentAsync(next.What);
        }

        await ExpireUntilAsync(DateTimeOffset.MaxValue);
    }

    /// <summary>After the last plan the newest key signs, and counts alone.</summary>
    public async Task AssertRolledAsync()
    {
        Assert.Equal(certificates[^1].Certificate, (await world.SlotsAsync()).Current);
        foreach (var certificate in certificates)
        {
            var verdict = await world.PresentAsync(world.Issue(certificate, run.LifeMinutes));
            Assert.Equal(certificate == certificates[^1] ? null : "PT5025", verdict.Refusal?.Code);
        }
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    /// <summary>What is left of the last plan is dropped: the new one tells it, and what else is to do.</summary>
    private async Task<DateTimeOffset> PlanAsync()
    {
        var plan = await world.PlanAsync();
        Assert.Null(plan.Refusal);
        var switched = plan.Steps.Last(step => step.Action == "switch").NotBefore;
        ahead = [.. plan.Steps.Select(step => Of(step, switched)), .. ahead.Where(happening => !happening.IsPlanned)];
        return switched;
    }

    private Happening Of(RolloverStep step, DateTimeOffset switched) => new(TimeOf(step, switched), step.Action, () => DoAsync(step, switched))
    {
        IsPlanned = true,
        Consumer = step.Action == "refreshConsumer" ? step.Server : null,
    };

    /// <summary>A time that the plan allows. What is left of a rollover before is done before the next switch.</summary>
    private DateTimeOffset TimeOf(RolloverStep step, DateTimeOffset switched) => step.Action switch
    {
        "refreshConsumer" when step.NotBefore < switched =>
            step.NotBefore + (run.RefreshAfter[step.Server == Estate.Lync.Fqdn ? 0 : 1] / 100.0 * (switched - step.NotBefore)),
        "retire" when step.NotBefore < switched => step.NotBefore,
        "retire" or "refreshConsumer" => step.NotBefore.AddHours(run.RetireAfterHours),
        _ => step.NotBefore,
    };

    private Task DoAsync(RolloverStep step, DateTimeOffset switched) => step.Action switch
    {
        "stage" => StageAsync(switched),
        "refreshConsumer" => world.RefreshAsync(step.Server),
        "retire" => world.RetireAsync(),
        _ => Task.CompletedTask,
    };

    private Task StageAsync(DateTimeOffset switched)
    {
        certificates.Add(RolloverWorld.Certify($"key{certificates.Count}.litwareinc.com", Certs.Now.AddYears(3)));
        return world.BindAsync(world.Rolling, certificates[^1], switched);
    }

    /// <summary>A product may sign with the old key for a while after the date: Exchange switches within twelve hours (domain.md 2.3).</summary>
    private async Task IssueAsync()
    {
        var now = world.Time.GetUtcNow();
        var slots = await world.SlotsAsync();
        var isLate = slots is { Previous: not null, CurrentSince: { } since }
            && now < since + ProductLifecycle.Of(run.Product).ActivationDelay && run.LifeMinutes % 2 == 0;
        var signer = certificates.Single(key => key.Certificate.Equals(isLate ? slots.Previous : slots.Current));
        tokens.Add(new Token(world.Issue(signer, run.LifeMinutes), now.AddMinutes(run.LifeMinutes)));
    }

    private void Expect(IEnumerable<int> minutes, string what, Func<Task> act) =>
        ahead.AddRange(minutes.Where(minute => minute >= 0).Select(minute => new Happening(Certs.Now.AddMinutes(minute), what, act)));

    private async Task ExpireUntilAsync(DateTimeOffset time)
    {
        foreach (var token in tokens.Where(token => token.Until <= time).OrderBy(token => token.Until).ToList())
        {
            world.Time.SetUtcNow(Later(token.Until.AddSeconds(-1), world.Time.GetUtcNow()));
            await PresentAsync(token, "nothing more");
            tokens.Remove(token);
        }
    }

    private async Task PresentAsync(string after)
    {
        foreach (var token in tokens)
        {
            await PresentAsync(token, after);
        }
    }

    private async Task PresentAsync(Token token, string after)
    {
        var verdict = await world.PresentAsync(token.Text);
        Presented++;
        Assert.True(verdict.Accepted, $"{run} at {world.Time.GetUtcNow():u}, after {after}, a token until {token.Until:u}: {verdict.Refusal}");
    }

    private static int MinutesUntil(DateTimeOffset time) => (int)(time - Certs.Now).TotalMinutes;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Token(string Text, DateTimeOffset Until);

    private sealed record Happening(DateTimeOffset Time, string What, Func<Task> Act)
    {
        public bool IsPlanned { get; init; }

        /// <summary>Who re-reads; null for all else.</summary>
        public string? Consumer { get; init; }
    }
}
