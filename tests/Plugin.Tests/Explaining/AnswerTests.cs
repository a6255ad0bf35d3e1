using System.Collections.Immutable;
using PartnerTrust.Plugin.Commands.Explaining;

namespace PartnerTrust.Plugin.Tests.Explaining;

/// <summary>How an answer reads.</summary>
public sealed class AnswerTests
{
    private const string Page = """
        # PT5025

        The key of the token, `x5t`, is not \<trusted\>.

        **Refusal**: it stops what was asked for.

        ## How it comes about

        The caller's certificate was renewed, and the receiver still holds the key of the old one, see [PT5024](PT5024.md): it keeps a copy, `Get-PartnerApplication -Identity "the name of the record that was written when nobody looked" | Format-List`, taken when it was written.

        A second paragraph.

        ## On a real server

        The answer is `401`:

        ```text
        x-ms-diagnostics: 2000000;reason="The token has an invalid signature.";error_category="invalid_signature"
        ## no heading
        ```

        ## What to do

        1. Let the record copy the caller's keys again, which is done for all the records of a stack at once by one command and takes a while:

           ```sh
           pulumi up --refresh
           ```

        2. Else bind it again.

        ## Also known as

        - `2000000`
        - `event 1003 MSExchange Front End HTTPS Proxy`

        ## The message

        > PT5025: The token.

        [All numbers](README.md)

        """;

    private static readonly Explanation Read = ExplanationPage.Read(Page);

    private static readonly Answer Whole = new(
        [Read],
        [Read with { Number = "PT1025", IsWarning = true, Cause = "", Seen = "", Signs = [] }],
        [Read with { Number = "PT1027" }],
        [new UnknownNumber("PT5205", ["PT5052", "PT5025"])],
        ["2000001 is \"a code\" & no more."]);

    [Fact]
    public Task A_page_is_read_and_told_in_lines_that_a_terminal_can_hold() => Verify(new AnswerText(100).Of(Whole).ReplaceLineEndings("\n"));

    [Fact]
    public Task Programs_get_the_same() => Verify(AnswerJson.Of(Whole));

    [Fact]
    public void Lines_are_as_narrow_as_the_terminal_but_for_commands()
    {
        var lines = new AnswerText(40).Of(Whole).ReplaceLineEndings("\n").Split('\n');

        Assert.All(
            lines.Where(line => !line.Contains('`', StringComparison.Ordinal) && !line.Contains("://", StringComparison.Ordinal)
                && !line.StartsWith("  event", StringComparison.Ordinal) && !line.Contains("x-ms", StringComparison.Ordinal)),
            line => Assert.True(line.Length <= 40, line));
        Assert.Contains("         pulumi up --refresh", lines);
    }

    [Fact]
    public void Where_many_fit_they_are_listed()
    {
        ImmutableArray<Explanation> many = [.. Enumerable.Range(5001, 12).Select(number => SmallCatalogue.Of($"PT{number}", "It is one of many."))];

        var text = new AnswerText(100).Of(new Answer([], many, [], [], [])).ReplaceLineEndings("\n");

        Assert.StartsWith("It may be one of these; \"explain NUMBER\" tells more of each:\n  - PT5001: It is one of many.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("  - PT5010: It is one of many.\n  - and 2 more: --json names all\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# PT5025\n\nIt is unknown.\n")]
    [InlineData("PT5025\n\nIt is.\n\n**Refusal**\n")]
    public void What_is_no_page_is_not_read(string text) => Assert.Throws<InvalidDataException>(() => ExplanationPage.Read(text));
}
