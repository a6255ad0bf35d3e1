using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;

namespace PartnerTrust.Trust.Tests.Evaluation.Sequences;

/// <summary>Whatever is done in whatever order and however much time passes: accepted is exactly what the simple model says.</summary>
public class TrustSequenceTests
{

    /// <summary>Both sides bound and registered: a working trust, so that most sequences have something to break.</summary>
    private static readonly Operation[] Opening =
    [
        new(OperationKind.Bind, true, 0), new(OperationKind.Bind, false, 1), new(OperationKind.Register, true, 0), new(
            OperationKind.Register, false, 0),
    ];

    [Fact]
    [Trait("Size", "Nightly")]
    public void What_is_accepted_and_by_which_rule_the_rest_is_refused_is_what_a_simpler_model_says()
    {
        var seen = new ConcurrentDictionary<string, int>();
        Prop.ForAll(Operation.Sequences, operations =>
        {
            var (real, simple) = (new RealWorld(), new SimpleWorld());
            var turn = 0;
            foreach (var operation in (Operation[])[.. Opening, .. operations])
            {
                simple.Apply(operation, real.Apply(operation));
                Compare(real, simple, fromLync: turn % 2 == 0, forUser: turn++ % 4 < 2, seen);
            }

            Compare(real, simple, true, true, seen);
            Compare(real, simple, false, true, seen);
            Assert.Equal(simple.ExpectOfToken(), Verdict(real.Replay()?.Accepted, real.Replay()?.Refusal?.Code, seen));
        }).Check(GeneratedCases.Config(10_000, byNight: 500_000));

        string[] everything =
        [
            "accepted", "none", "PT5020", "PT5023", "PT5025", "PT5026", "PT5031", "PT5043", "PT5060", "PT5061", "PT5062", "PT5072",
            "PT5081", "PT5082", "PT5083", "PT5085", "PT5088",
        ];
        Assert.Equal(everything, seen.Keys.Order(StringComparer.Ordinal).OrderBy(name => name[0] == 'P'));
    }

    [Fact]
    [Trait("Size", "Nightly")]
    public void With_keys_and_without_the_verdict_is_the_same()
    {
        Prop.ForAll(Operation.Sequences, operations =>
        {
            var real = new RealWorld();
            foreach (var operation in (Operation[])[.. Opening, .. operations])
            {
                real.Apply(operation);
            }

            var forUser = operations.Length % 2 == 0;
            var described = real.Ask(operations[0].OnLync, forUser);
            var signed = real.Ask(operations[0].OnLync, forUser, certificate => SequenceCertificates.All[SequenceCertificates.IndexOf(certificate)]);
            Assert.Equal(described.Accepted, signed.Accepted);
            Assert.Equal(described.Steps.ToArray(), signed.Steps.ToArray());
        }).Check(GeneratedCases.Config(400, byNight: 20_000));
    }

    private static void Compare(RealWorld real, SimpleWorld simple, bool fromLync, bool forUser, ConcurrentDictionary<string, int> seen)
    {
        var verdict = real.Ask(fromLync, forUser);
        Assert.Equal(simple.Expect(fromLync, forUser), Verdict(verdict.Accepted, verdict.Refusal?.Code, seen));
    }

    private static string? Verdict(bool? accepted, string? code, ConcurrentDictionary<string, int> seen)
    {
        var verdict = accepted is null ? "none" : code;
        seen.AddOrUpdate(verdict ?? "accepted", 1, (_, count) => count + 1);
        return verdict;
    }
}
