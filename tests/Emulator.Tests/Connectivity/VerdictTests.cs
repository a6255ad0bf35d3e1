using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;

namespace PartnerTrust.Emulator.Tests.Connectivity;

/// <summary>What the evaluator says of a state is what calls over the network then find in it: a preview may be believed.</summary>
public sealed class VerdictTests
{
    private const int Combinations = 60;
    private const string Nobody = "sip:nobody@litwareinc.com";

    public static TheoryData<string> Names => [.. Breakages.All.Keys];

    [Fact]
    public async Task An_unbroken_trust_is_accepted_by_both()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        foreach (var (question, request) in Calls())
        {
            Assert.True(Ask(litware, question).Accepted);
            await CompareAsync(litware, question, request, "nothing is broken");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_trust_is_refused_by_both_with_the_same_number(string name)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        Breakages.All[name](litware);
        foreach (var (question, request) in Calls())
        {
            await CompareAsync(litware, question, request, name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_trust_by_way_of_a_token_server_is_refused_by_both_with_the_same_number(string name)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust().WithTokenServer();
        Breakages.All[name](litware);
        foreach (var (question, request) in Calls())
        {
            await CompareAsync(litware, question, request, "token server, " + name);
        }
    }

    [Fact]
    public async Task However_breakages_are_combined_both_say_the_same()
    {
        var random = new Random(20260301);
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var whole = litware.Backend.State;
        for (var round = 0; round < Combinations; round++)
        {
            litware.Backend.State = whole;
            var names = random.GetItems(Breakages.All.Keys.ToArray(), random.Next(2, 5));
            if (round % 2 == 0)
            {
                litware.WithTokenServer();
            }

            foreach (var name in names)
            {
                Breakages.All[name](litware);
            }

            foreach (var (question, request) in Calls())
            {
                await CompareAsync(litware, question, request, string.Join(" + ", names));
            }
        }
    }

    private static string Ken => Litware.Ken;

    /// <summary>Each question with the check that makes the same call.</summary>
    private static IEnumerable<(TrustQuestion Question, ConnectivityRequest Request)> Calls() =>
    [
        (new TrustQuestion(Litware.Lync, Litware.Exchange, Ken, EmulatedEstate.Start), CheckRequests.Storage()),
        (new TrustQuestion(Litware.Lync, Litware.Exchange, Ken, EmulatedEstate.Start), CheckRequests.Probe(Litware.Lync, Litware.Exchange)),
        (new TrustQuestion(Litware.Lync, Litware.Exchange, null, EmulatedEstate.Start), CheckRequests.Probe(Litware.Lync, Litware.Exchange, Nobody)),
        (new TrustQuestion(Litware.Exchange, Litware.Lync, Ken, EmulatedEstate.Start), CheckRequests.Probe(Litware.Exchange, Litware.Lync)),
        (new TrustQuestion(Litware.Exchange, Litware.Lync, null, EmulatedEstate.Start), CheckRequests.Probe(Litware.Exchange, Litware.Lync, Nobody)),
    ];

    private static TrustVerdict Ask(EmulatedEstate litware, TrustQuestion question) => TrustEvaluator.Evaluate(litware.Backend.State, question);

    private static async Task CompareAsync(EmulatedEstate litware, TrustQuestion question, ConnectivityRequest request, string broken)
    {
        var verdict = Ask(litware, question);
        var report = await litware.CheckAsync(request);
        var found = report.Steps.FirstOrDefault(step => !step.Succeeded);

        Assert.True(
            Seen(verdict) == (found?.Code ?? "") && verdict.Accepted == report.Succeeded,
            $"{broken}; {question.From} to {question.To} for {question.SipUri ?? "itself"}: the verdict is {verdict.Refusal?.ToString() ?? "accepted"}, "
            + $"the call found {found?.Name} {found?.Fault?.ToString() ?? "nothing wrong"}");
    }

    /// <summary>The number that a caller meets. An authorization server that can't sign answers 500 (domain.md 3.4): the evaluator knows
    /// why, a caller sees the answer alone.</summary>
    private static string Seen(TrustVerdict verdict) => (verdict.Steps[^1].Name, verdict.Refusal?.Code) is ("token", "PT5081")
        ? "PT3058"
        : verdict.Refusal?.Code ?? "";
}
