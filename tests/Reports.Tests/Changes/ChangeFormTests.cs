using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Json;
using PartnerTrust.Reports.Markdown;
using PartnerTrust.Reports.Mermaid;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Tests.Changes;

/// <summary>The forms in which a change is told, word for word.</summary>
public sealed class ChangeFormTests
{
    [Theory]
    [InlineData("empty", "sound")]
    [InlineData("sound", "rolled")]
    [InlineData("sound", "empty")]
    [InlineData("sound", "token-server")]
    [InlineData("rolled", "staged")]
    [InlineData("empty", "hostile")]
    public Task A_change_in_Markdown(string before, string after) => Verify(ChangeMarkdown.Write(Change(before, after))).UseParameters(before, after);

    [Fact]
    public Task A_change_for_programs() => Verify(ChangeJson.Write(Change("sound", "rolled")));

    /// <summary>Of the largest trust that one page draws, and what the most hostile names make of it.</summary>
    [Theory]
    [InlineData("many")]
    [InlineData("hostile")]
    [InlineData("long")]
    public void Every_direction_of_a_change_is_in_every_form(string trust)
    {
        var change = Change("empty", trust);

        var (markdown, chart, json) = (ChangeMarkdown.Write(change), ChangeChart.Write(change), JObject.Parse(ChangeJson.Write(change)));

        Assert.All(change.Directions, direction => Assert.Contains(
            $"| {MarkdownText.Escape(Samples.Shown(direction.Direction.From.Fqdn))} | {MarkdownText.Escape(Samples.Shown(direction.Direction.To.Fqdn))} |",
            markdown,
            StringComparison.Ordinal));
        Assert.Equal(change.Directions.Length, json["directions"]!.Count());
        Assert.InRange(chart.Length, 1, 48_000);
    }

    [Fact]
    public void What_the_preview_proved_is_told_to_people_and_to_programs()
    {
        var proven = "Of 1 connectivity check, 0 would hold, 1 would fail (PT5025), 0 cannot be told.";
        var change = TrustChange.Of(Samples.Of("sound"), Samples.Overview(new Observation("a sample", Samples.Sound, Certs.Now) { Proven = [proven] }));

        Assert.Contains("## What the preview proved\n\n- Of 1 connectivity check", ChangeMarkdown.Write(change), StringComparison.Ordinal);
        Assert.Equal([proven], JObject.Parse(ChangeJson.Write(change))["proven"]!.Select(sentence => (string)sentence!));
    }

    private static TrustChange Change(string before, string after) => TrustChange.Of(Samples.Of(before), Samples.Of(after));
}
