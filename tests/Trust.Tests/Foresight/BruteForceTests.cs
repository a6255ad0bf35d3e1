using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Foresight;
using PartnerTrust.Trust.Tests.Foresight.Installations;

namespace PartnerTrust.Trust.Tests.Foresight;

/// <summary>What is foreseen of random installations, held against the evaluator, which is asked at every minute around every time that occurs in
/// them, and at random instants.</summary>
public class BruteForceTests
{
    private static readonly DateTimeOffset Until = Certs.Now.AddMonths(13);

    [Fact]
    [Trait("Size", "Nightly")]
    public void Never_is_there_a_failure_before_the_moment_that_is_named_and_always_one_at_it()
    {
        var seen = new ConcurrentDictionary<string, int>();

        // What is rare occurs in one of a thousand: among these it does.
        var first = GeneratedCases.ByNight ? Environment.TickCount : 6_000;

        Parallel.For(0, GeneratedCases.Number(1_000, byNight: 5_000), number =>
        {
            var seed = unchecked(first + number);
            var installation = RandomInstallation.Of(seed);
            var failure = ForeseenFailures.First(installation.State, installation.Question, Until);
            var asked = Asked(installation, new Random(seed), failure?.At);
            Compare(seed, asked, failure);
            foreach (var change in ChangesOf(seed, asked, CallInstantsOf(installation)).Append(OutcomeOf(failure)))
            {
                seen.AddOrUpdate(change, 1, (_, count) => count + 1);
            }
        });

        string[] everything =
        [
            "never", "already challenge PT5088", "certificate PT2019", "certificate PT5082", "certificate PT5090",
            "token PT5082", "token PT5090", "token PT5025", "token PT5026", "signingKey PT5025", "signingKey PT5026", "signingKey PT5033",
            .. Enum.GetNames<CallInstantKind>(),
        ];
        Assert.Empty(everything.Except(seen.Keys));
    }

    private static string OutcomeOf(ForeseenFailure? failure) =>
        failure is null ? "never" : $"{(failure.IsAlready ? "already " : "")}{failure.Refusal.Name} {failure.Refusal.Code}";

    private static List<(DateTimeOffset At, TrustVerdict Verdict)> Asked(RandomInstallation installation, Random random, DateTimeOffset? moment)
    {
        var around = installation.Times.SelectMany(time => Around(ToSecond(time)));
        var seconds = (int)(Until - Certs.Now).TotalSeconds;
        var anywhere = Enumerable.Range(0, GeneratedCases.Number(25, byNight: 1_000)).Select(_ => Certs.Now.AddSeconds(random.Next(seconds)));
        return
        [
            .. around.Concat(anywhere).Append(moment ?? Until).Append(Until)
                .Where(time => time > installation.Question.At && time <= Until)
                .Append(installation.Question.At)
                .Distinct().Order()
                .Select(time => (time, TrustEvaluator.Evaluate(installation.State, installation.Question with { At = time }))),
        ];
    }

    private static IEnumerable<DateTimeOffset> Around(DateTimeOffset time) =>
        [time.AddSeconds(-1), time.AddSeconds(1), .. Enumerable.Range(-6, 10).Select(minutes => time.AddMinutes(minutes))];

    private static DateTimeOffset ToSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static void Compare(int seed, List<(DateTimeOffset At, TrustVerdict Verdict)> asked, ForeseenFailure? failure)
    {
        var early = asked.Find(answer => !answer.Verdict.Accepted && (failure is null || answer.At < failure.At));
        Assert.True(early.Verdict is null, $"{seed}: refused at {early.At:O} by {early.Verdict?.Refusal}, foreseen at {failure?.At:O}");
        if (failure is not null)
        {
            var then = asked.Find(answer => answer.At == failure.At);
            Assert.True(then.Verdict?.Accepted is false, $"{seed}: not refused at {failure.At:O}");
            Assert.Equal(then.Verdict.Refusal, failure.Refusal.Fault);
        }
    }

    /// <summary>Whatever the verdict changes to, it does so at one of the instants. The kinds of those at which it changed, and nothing else
    /// happened.</summary>
    private static IEnumerable<string> ChangesOf(
        int seed, List<(DateTimeOffset At, TrustVerdict Verdict)> asked, ImmutableArray<CallInstant> instants)
    {
        foreach (var (before, after) in asked.Zip(asked.Skip(1)).Where(pair => pair.First.Verdict.Refusal?.Code != pair.Second.Verdict.Refusal?.Code))
        {
            var between = instants.Where(instant => instant.At > before.At && instant.At <= after.At).ToList();
            Assert.True(
                between.Count > 0,
                $"{seed}: {before.Verdict.Refusal?.Code} at {before.At:O} becomes {after.Verdict.Refusal?.Code} by {after.At:O}");
            if (between is [var only])
            {
                yield return only.Kind.ToString();
            }
        }
    }

    private static ImmutableArray<CallInstant> CallInstantsOf(RandomInstallation installation)
    {
        var (state, question) = (installation.State, installation.Question);
        return CallInstants.Of(state, state.Servers[question.From], state.Servers[question.To], question.At, Until);
    }
}
