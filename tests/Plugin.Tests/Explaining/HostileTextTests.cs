using PartnerTrust.Plugin.Commands.Explaining;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Explaining;

/// <summary>Texts that nobody means well with.</summary>
public sealed class HostileTextTests
{
    private static readonly ExplanationIndex Index = new(SmallCatalogue.All);

    [Theory]
    [InlineData("a")]
    [InlineData("a_")]
    [InlineData("PT")]
    [InlineData("9")]
    [InlineData("event ")]
    [InlineData("event:")]
    [InlineData("\u001b[")]
    [InlineData("\\n")]
    [InlineData("&quot;")]
    [InlineData("&amp;")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("The tenant for tenant guid ")]
    [InlineData("Expected 'https://")]
    public async Task A_long_text_is_looked_through_in_no_long_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        var answer = await Task.Run(() => Index.Ask(new AskedText($"{text} PT5025"))).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("PT5025", Assert.Single(answer.Named).Number);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        var run = await CommandRun.OfAsync(["explain", "-"], input: new string('x', 1_000_001));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("PT8011: The text is longer than 1000000 characters.", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n\t ")]
    [InlineData("\u001b]0;title\u0007\0")]
    [InlineData("%s {0} `x` **")]
    public async Task A_text_that_says_nothing_is_answered_with_what_may_be_asked_and_not_repeated(string text)
    {
        var run = await CommandRun.OfAsync(["explain", "-"], input: text);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("PT8011: Nothing in the text is known here. Expected: a number such as PT5025;", run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Messages.TrimEnd(), char.IsControl);
    }
}
