using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Explaining;

/// <summary><c>explain</c> as people type it.</summary>
public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("PT5025")]
    [InlineData("5025")]
    [InlineData("what is pt5025 --about -x")]
    public async Task A_number_is_explained(string words)
    {
        var (code, output, messages) = await CommandRun.OfAsync(["explain", .. words.Split(' ')]);

        Assert.Equal((0, ""), (code, messages));
        Assert.StartsWith("PT5025 (refusal): The token is signed with a key that the receiver does not trust.", output, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/errors/PT5025.md{Environment.NewLine}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_read_from_standard_input()
    {
        var run = await CommandRun.OfAsync(["explain", "-"], input: "Diagnostics:\n  error: source: PT1003: The value is\n  a number.");

        Assert.Equal((0, ""), (run.Code, run.Messages));
        Assert.StartsWith("PT1003 (refusal): ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_does_not_exist_is_told_after_those_that_do()
    {
        var run = await CommandRun.OfAsync(["explain", "PT5999", "PT5025"]);

        Assert.Equal(2, run.Code);
        Assert.StartsWith("PT5025 (refusal)", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("PT8011: There is no message PT5999. Expected: an existing number; the nearest are PT", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_no_document_explains_is_answered()
    {
        var run = await CommandRun.OfAsync(["explain", "2000001"]);

        Assert.Equal((0, ""), (run.Code, run.Messages));
        Assert.StartsWith("2000001 is a code with which Exchange refuses a token.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_an_answer_also_where_nothing_is_found()
    {
        var known = await CommandRun.OfAsync(["explain", "--json", "PT5025"]);
        var unknown = await CommandRun.OfAsync(["explain", "PT5999", "--json"]);
        var nothing = await CommandRun.OfAsync(["explain", "nothing", "at", "all", "--json"]);

        Assert.Equal((0, 2, 2), (known.Code, unknown.Code, nothing.Code));
        Assert.Equal("PT5025", JObject.Parse(known.Output)["explanations"]![0]!.Value<string>("number"));
        Assert.Equal("PT5999", JObject.Parse(unknown.Output)["unknown"]![0]!.Value<string>("number"));
        Assert.Equal(1, JObject.Parse(nothing.Output).Value<int>("version"));
        Assert.Equal("", known.Messages);
        Assert.StartsWith("PT8011", nothing.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 100)]
    [InlineData(200, 100)]
    [InlineData(60, 60)]
    [InlineData(0, 40)]
    public async Task Lines_are_as_wide_as_the_terminal_and_no_wider_than_can_be_read(int? columns, int widest)
    {
        var run = await CommandRun.OfAsync(["explain", "2000001"], columns: columns);

        var lines = run.Output.Split(Environment.NewLine);
        Assert.All(lines, line => Assert.True(line.Length <= widest, line));
        Assert.Contains(lines, line => line.Length > widest - 20);
    }

    [Theory]
    [InlineData("explain --help")]
    [InlineData("help explain")]
    [InlineData("explain PT5025 -h")]
    public async Task Help_shows_what_could_be_typed(string line)
    {
        var (code, output, messages) = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal((0, ""), (code, messages));
        Assert.All(
            ["<WORDS>", "--json", "Examples:", "explain PT5025", "explain event 1003", "pulumi-resource-partnertrust explain - <"],
            text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_asked_is_a_mistake()
    {
        var run = await CommandRun.OfAsync(["explain"]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("PT8011", run.Messages, StringComparison.Ordinal);
        Assert.Contains("Expected: explain <WORDS> [--json]", run.Messages, StringComparison.Ordinal);
    }
}
