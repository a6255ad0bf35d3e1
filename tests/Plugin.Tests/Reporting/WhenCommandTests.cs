using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Trust.Evaluation;

namespace PartnerTrust.Plugin.Tests.Reporting;

/// <summary><c>when</c>: the moment that it names is the evaluator's.</summary>
public sealed class WhenCommandTests
{
    private const string Lync = RemedyProgram.Lync;
    private const string Exchange = RemedyProgram.Exchange;

    private static readonly RemedyProgram Ending =
        RemedyProgram.Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { validityDays: 200 } } }""");

    [Fact]
    public async Task It_names_the_first_second_at_which_a_call_is_refused_and_what_ends_with_it()
    {
        await using var stack = await StatusCommandTests.UpAsync(Ending);

        var run = await WhenAsync(stack, "--json");
        var text = await WhenAsync(stack);

        var first = Read(run)["failures"]!.First();
        var at = DateTimeOffset.Parse((string)first["at"]!, null);
        Assert.Equal((0, "PT5082", Lync, Exchange), (run.Code, (string)first["number"]!, (string)first["from"]!, (string)first["to"]!));
        Assert.True(await IsAcceptedAsync(stack, at.AddSeconds(-1)));
        Assert.False(await IsAcceptedAsync(stack, at));
        Assert.StartsWith($"The trust will fail at {first["at"]} (in ", text.Output, StringComparison.Ordinal);
        Assert.Contains("Ends with it: the unified contact store", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(150, 1)]
    [InlineData(190, 3)]
    [InlineData(210, 3)]
    public async Task The_nearer_it_is_the_worse(int days, int code)
    {
        await using var stack = await StatusCommandTests.UpAsync(Ending);
        await stack.WaitAsync(TimeSpan.FromDays(days));

        Assert.Equal(code, (await WhenAsync(stack)).Code);
    }

    [Fact]
    public async Task What_fails_already_is_said_so()
    {
        await using var stack = await StatusCommandTests.UpAsync(Ending);
        await stack.LabAsync("roll", "--server", Lync);

        var run = await WhenAsync(stack);

        Assert.Equal(3, run.Code);
        Assert.StartsWith($"The trust fails already: {Lync} cannot call {Exchange}.", run.Output, StringComparison.Ordinal);
        Assert.Contains("PT5025", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--until 30d", 0, "Nothing that is known now ends the trust before 2026-03-31 08:00 UTC.")]
    [InlineData("--until 2026-04-01T00:00:00Z", 0, "Nothing that is known now ends the trust before 2026-04-01 00:00 UTC.")]
    [InlineData("--until 2026-04-01", 2, "")]
    [InlineData("--until 2020-04-01T00:00:00Z", 2, "")]
    public async Task It_looks_as_far_as_it_is_asked_to(string option, int code, string begin)
    {
        await using var stack = await StatusCommandTests.UpAsync(Ending);

        var run = await WhenAsync(stack, option.Split(' '));

        Assert.Equal(code, run.Code);
        Assert.StartsWith(begin, run.Output, StringComparison.Ordinal);
    }

    private static JObject Read(CommandRun run)
    {
        using var reader = new JsonTextReader(new StringReader(run.Output)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static async Task<bool> IsAcceptedAsync(SituationStack stack, DateTimeOffset at)
    {
        var accepted = false;
        await stack.OnServersAsync(async lab => accepted = TrustEvaluator.Evaluate(
            await lab.ReadStateAsync(CancellationToken.None), new TrustQuestion(Lync, Exchange, "sip:ann@fabrikam.com", at)).Accepted);
        return accepted;
    }

    private static Task<CommandRun> WhenAsync(SituationStack stack, params string[] options) =>
        CommandRun.OfAsync(["when", "--data", stack.DataDirectory, .. options], stack.Time);
}
