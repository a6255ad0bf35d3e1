using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Lab;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Lab;

/// <summary>Command lines that are not what a command needs: the mistake is named, on the side of the messages, and nothing is done.</summary>
public sealed class LabFormTests
{
    [Theory]
    [InlineData("roll", "PT8011: lab roll was given no --server. Expected: lab roll --server FQDN --data DIRECTORY. Correct the command line.")]
    [InlineData("empty --server a", "PT8011: lab empty was given no --member. Expected: lab empty --server FQDN --member FQDN --data DIRECTORY. Correct the command line.")]
    [InlineData("backup", "PT8011: lab backup was given no --to. Expected: lab backup --to DIRECTORY --data DIRECTORY. Correct the command line.")]
    [InlineData("roll --server", "PT8011: --server was given no value. Expected: lab roll --server FQDN --data DIRECTORY. Correct the command line.")]
    [InlineData("roll --serever a", "PT8011: lab roll does not take --serever (--server, perhaps). Expected: lab roll --server FQDN --data DIRECTORY. Correct the command line.")]
    [InlineData("status now", "PT8011: lab status does not take \"now\". Expected: lab status --data DIRECTORY. Correct the command line.")]
    [InlineData("clock --advance soon", "PT8011: --advance takes days, hours or minutes such as 3d, 12h or 30m, not \"soon\". Expected: lab clock")]
    [InlineData("serve --port many", "PT8011: --port takes a number up to 65535, not \"many\". Expected: lab serve")]
    [InlineData("fault --server a", "PT8011: lab fault was given no kind of fault: ")]
    [InlineData("fault --server a Rain", "PT8011: \"Rain\" is no kind of fault: ")]
    [InlineData("fault --server a 3", "PT8011: \"3\" is no kind of fault: ")]
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
    [InlineData("rol --server a", "PT8010: There is no command \"lab rol\". Expected: \"lab roll\", perhaps.")]
    [InlineData("explode", "PT8010: There is no command \"lab explode\".")]
    public async Task A_word_that_is_no_command_is_named_before_all_commands_are_shown(string line, string message)
    {
        var (code, output, messages) = await RunAsync(line);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, messages, StringComparison.Ordinal);
        Assert.EndsWith(LabForm.Usage, messages.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("roll --help")]
    public async Task Help_is_an_answer_and_no_mistake(string line) => Assert.Equal((0, LabForm.Usage, ""), await RunAsync(line));

    [Fact]
    public async Task What_the_lab_refuses_is_told_among_the_messages()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var (code, output, messages) = await RunAsync($"roll --server nowhere.example.com --data {plugin.DataDirectory}");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("PT", messages, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Messages)> RunAsync(string line)
    {
        var data = line.Contains("--data", StringComparison.Ordinal) ? "" : $" --data {Folders.Make("lab")}";
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var commands = new LabCommands(output, messages, TimeProvider.System, NullLoggerFactory.Instance, _ => null);
        var code = await commands.RunAsync(new LabArguments((line + data).Split(' ', StringSplitOptions.RemoveEmptyEntries)), CancellationToken.None);
        return (code, output.ToString(), messages.ToString());
    }
}
