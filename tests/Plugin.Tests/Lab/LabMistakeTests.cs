using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Lab;

/// <summary>Command lines that are not what a command needs: the mistake is named, on the side of the messages, and nothing is done.</summary>
public sealed class LabMistakeTests
{
    [Theory]
    [InlineData("roll", "PT8011: Option '--server' is required. Expected: lab roll --server <FQDN> [--data <DIRECTORY>]. Correct the command line.")]
    [InlineData(
        "empty --server a",
        "PT8011: Option '--member' is required. Expected: lab empty --server <FQDN> --member <FQDN> [--data <DIRECTORY>]. Correct the command line.")]
    [InlineData("backup", "PT8011: Option '--to' is required. Expected: lab backup --to <DIRECTORY> [--data <DIRECTORY>]. Correct the command line.")]
    [InlineData("roll --server", "PT8011: Required argument missing for option: '--server'. Expected: lab roll --server <FQDN> [--data <DIRECTORY>]. Correct the command line.")]
    [InlineData("roll --server=", "PT8011: Required argument missing for option: '--server'. Expected: lab roll ")]
    [InlineData("roll --server --data x", "PT8011: Required argument missing for option: '--server'. Expected: lab roll ")]
    [InlineData("roll --server --serever x", "PT8011: Required argument missing for option: '--server'. Expected: lab roll ")]
    [InlineData("roll --data --server a", "PT8011: Required argument missing for option: '--data'. Expected: lab roll ")]
    [InlineData("roll --server a --server b", "PT8011: Option '--server' expects a single argument but 2 were provided. Expected: lab roll ")]
    [InlineData("roll --serever a", "PT8011: Unrecognized command or argument '--serever'. Did you mean --server? Expected: lab roll --server <FQDN> [--data <DIRECTORY>]. Correct the command line.")]
    [InlineData("roll --serever=a", "PT8011: Unrecognized command or argument '--serever=a'. Did you mean --server? Expected: lab roll ")]
    [InlineData("roll --server a --dta x", "PT8011: Unrecognized command or argument '--dta'. Did you mean --data? Expected: lab roll ")]
    [InlineData("status now", "PT8011: Unrecognized command or argument 'now'. Expected: lab status [--json] [--data <DIRECTORY>]. Correct the command line.")]
    [InlineData("clock --advance soon", "PT8011: --advance takes days, hours or minutes such as 3d, 12h or 30m, not \"soon\". Expected: lab clock")]
    [InlineData("clock --advance 0d", "PT8011: --advance takes days, hours or minutes such as 3d, 12h or 30m, not \"0d\". Expected: lab clock")]
    [InlineData("serve --port many", "PT8011: --port takes a number up to 65535, not \"many\". Expected: lab serve")]
    [InlineData("serve --page-port 65536", "PT8011: --page-port takes a number up to 65535, not \"65536\". Expected: lab serve")]
    [InlineData("init --identity none", "PT8011: --identity takes the GUID that PT7020 names, not \"none\". Expected: lab init --identity <GUID>")]
    [InlineData("fault --server a", "PT8011: No kind of fault was given: ")]
    [InlineData("fault --server a Rain", "PT8011: \"Rain\" is no kind of fault: ")]
    [InlineData("fault --server a 3", "PT8011: \"3\" is no kind of fault: ")]
    [InlineData(
        "fault --server a Html 3 more",
        "PT8011: Unrecognized command or argument 'more'. Expected: lab fault --server <FQDN> [<KIND>] [<VALUE>] [--off]")]
    public async Task A_mistake_is_named_and_only_the_command_s_own_form_shown(string line, string message)
    {
        var (code, output, messages) = await RunAsync(line);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", messages, StringComparison.Ordinal);
        Assert.Single(messages.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("", "PT8010: No command was given. Expected: lab with one of status, roll, ")]
    [InlineData("rol --server a", "PT8010: There is no command \"lab rol\". Expected: probably \"lab roll\".")]
    [InlineData("explode", "PT8010: There is no command \"lab explode\".")]
    public async Task A_word_that_is_no_command_is_named_before_all_commands_are_shown(string line, string message)
    {
        var (code, output, messages) = await RunAsync(line);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, messages, StringComparison.Ordinal);
        Assert.EndsWith((await RunAsync("--help")).Output, messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help", "lab [command]")]
    [InlineData("--help", "lab [command]")]
    [InlineData("-h", "lab [command]")]
    [InlineData("roll --help", "lab roll [options]")]
    [InlineData("help roll", "lab roll [options]")]
    [InlineData("fault --server --help", "lab fault [<KIND> [<VALUE>]] [options]")]
    public async Task Help_is_an_answer_and_no_mistake(string line, string usage)
    {
        var (code, output, messages) = await CommandRun.OfAsync(["lab", .. line.Split(' ')]);

        Assert.Equal((0, ""), (code, messages));
        Assert.Contains($"pulumi-resource-partnertrust {usage}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_lab_refuses_is_told_among_the_messages()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var (code, output, messages) = await RunAsync($"roll --server nowhere.example.com --data {plugin.DataDirectory}");

        Assert.Equal((4, ""), (code, output));
        Assert.StartsWith("PT", messages, StringComparison.Ordinal);
    }

    private static Task<CommandRun> RunAsync(string line)
    {
        var data = line.Contains("--data", StringComparison.Ordinal) ? "" : $" --data {Folders.Make("lab")}";
        return CommandRun.OfAsync(["lab", .. (line + data).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }
}
