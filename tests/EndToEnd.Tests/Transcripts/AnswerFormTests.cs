namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>A page that shows something else than what is answered is found out.</summary>
public sealed class AnswerFormTests
{
    [Theory]
    [InlineData("a\nb\n", "a\nb", null)]
    [InlineData("a …\n", "a thing\n", null)]
    [InlineData("…\nb\n", "b", null)]
    [InlineData("…\nb\n…\n", "a\na\nb\nc\n", null)]
    [InlineData("a\n…\n", "a", null)]
    [InlineData("a.c\n", "abc", "a.c")]
    [InlineData("a\nb\n", "a\nx\nb", "b")]
    [InlineData("a\n", "a\nb", "(the end)")]
    [InlineData("a\n(exit code 3)\n", "a", "(exit code 3)")]
    [InlineData("…\nOK\n…\n", "CRITICAL\n", "OK")]
    public void The_first_line_that_is_not_there_is_named(string shown, string answer, string? broken) =>
        Assert.Equal(broken, new AnswerForm(shown).FirstBroken(answer));

    [Fact]
    public void The_pages_are_there_and_show_answers() =>
        Assert.True(CommandPage.All.Sum(page => page.Steps.Count(step => step.Answer is not null)) > 20);
}
