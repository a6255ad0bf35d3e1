namespace PartnerTrust.EndToEnd.Tests;

/// <summary>What people type: a word is a command or a mistake, never a plugin that waits for ever.</summary>
public sealed class CommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [SkippableTheory]
    [InlineData("stauts", 2, "PT8010: There is no command \"stauts\". Expected: probably \"status\".")]
    [InlineData("127.0.0.1:99999", 2, "PT8010: ")]
    [InlineData("lab roll", 2, "PT8011: Option '--server' is required.")]
    [InlineData("status", 2, "PT8011: ")]
    [InlineData("lab explode", 2, "PT8010: ")]
    [InlineData("import-file --dta x", 2, "PT1206: ")]
    [InlineData("help", 0, "Description:")]
    [InlineData("--help", 0, "Description:")]
    [InlineData("lab --help", 0, "Description:")]
    [InlineData("import-file --help", 0, "Description:")]
    public async Task A_command_line_is_answered_at_once(string line, int code, string begin)
    {
        Checkout.RequirePlugin();

        var result = await Tool.RunAsync(Checkout.Plugin, line.Split(' '), Path.GetTempPath()).WaitAsync(Patience);

        Assert.Equal(code, result.Code);
        Assert.StartsWith(begin, result.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_reader_that_has_seen_enough_does_not_break_the_command()
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "The pipe of this test is a Unix shell's.");

        var result = await Tool.RunAsync("sh", ["-c", "\"$0\" --schema | head -c 1; \"$0\" help | true", Checkout.Plugin], Path.GetTempPath())
            .WaitAsync(Patience);

        Assert.Equal((0, "{"), result);
    }
}
