using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Commands;

/// <summary>What people type after the plugin's name.</summary>
public sealed class PluginCommandTests
{
    [Theory]
    [InlineData("roll", "Expected: probably \"lab roll\".")]
    [InlineData("stauts", "Expected: probably \"status\".")]
    [InlineData("serve", "Expected: probably \"lab serve\".")]
    [InlineData("labs", "Expected: probably \"lab\".")]
    [InlineData("import-fil --data x", "Expected: probably \"import-file\".")]
    [InlineData("hlep", "Expected: a command")]
    [InlineData("127.0.0.1", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:0", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:65536", "127.0.0.1:50051")]
    [InlineData(":8080", "127.0.0.1:50051")]
    [InlineData("8080", "127.0.0.1:50051")]
    [InlineData("::1:8080", "127.0.0.1:50051")]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:+80", "127.0.0.1:50051")]
    [InlineData("a b:80", "127.0.0.1:50051")]
    [InlineData("roll 127.0.0.1:1", "Expected: probably \"lab roll\".")]
    [InlineData("--unknown roll", "Expected: probably \"lab roll\".")]
    [InlineData("--logtostderr roll", "Expected: probably \"lab roll\".")]
    public async Task A_word_that_is_no_command_is_named_before_the_usage_is_shown(string line, string expected)
    {
        var (code, output, messages) = await CommandRun.OfAsync(line == "a b:80" ? [line] : line.Split(' '));

        Assert.Equal((2, ""), (code, output));
        var first = messages.Split(Environment.NewLine)[0];
        Assert.StartsWith("PT8010: There is no command ", first, StringComparison.Ordinal);
        Assert.Contains(expected, first, StringComparison.Ordinal);
        Assert.EndsWith((await CommandRun.OfAsync(["help"])).Output, messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-help")]
    [InlineData("-h")]
    public async Task Help_tells_of_all_commands_and_what_they_are_for(string line)
    {
        var (code, output, messages) = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal((0, ""), (code, messages));
        Assert.All(
            ["HOST:PORT", "PULUMI_DEBUG_PROVIDERS", "lab ", "the embedded engine emulates", "status ", "report ", "import-file ", "plan ", "explain ", "completion ", "Exit codes:", "Examples:", "--schema ", "--version ", "help "],
            text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lab help", "status roll publish clear-previous empty clock fault backup rekey init serve --data")]
    [InlineData("help lab", "status roll publish clear-previous empty clock fault backup rekey init serve --data")]
    [InlineData("import-file --help", "import-file --data PARTNERTRUST_DATA")]
    [InlineData("explain --help", "explain WORDS --json Examples")]
    [InlineData("plan --help", "plan ARGUMENTS --stack NAME --cwd DIRECTORY --pulumi FILE")]
    [InlineData("help lab fault", "fault --server KIND VALUE --off Slow --data")]
    public async Task Help_of_a_command_tells_what_it_takes(string line, string words)
    {
        var (code, output, messages) = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal((0, ""), (code, messages));
        Assert.All(words.Split(' '), word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--version and more")]
    public async Task The_version_is_the_one_of_the_package(string line) =>
        Assert.Equal(new CommandRun(0, PluginVersion.Text + Environment.NewLine, ""), await CommandRun.OfAsync(line.Split(' ')));

    [Fact]
    public async Task The_schema_is_written_as_it_is() =>
        Assert.Equal(new CommandRun(0, Plugin.Schema.PackageSchema.BuiltIn.Text, ""), await CommandRun.OfAsync(["--schema"]));

    [Fact]
    public async Task The_data_directory_is_the_one_that_is_asked_for_or_else_the_one_of_the_environment()
    {
        var (asked, variable) = (Folders.Make("asked"), Folders.Make("variable"));

        var named = await CommandRun.OfAsync(["lab", "status", "--data", asked], environment: _ => variable);
        var before = await CommandRun.OfAsync(["lab", $"--data={asked}", "status"], environment: _ => variable);
        var unnamed = await CommandRun.OfAsync(["lab", "status"], environment: name => name == "PARTNERTRUST_DATA" ? variable : null);

        Assert.StartsWith($"PT7018: {asked} ", named.Messages, StringComparison.Ordinal);
        Assert.Equal(named, before);
        Assert.StartsWith($"PT7018: {variable} ", unnamed.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_begins_with_an_at_sign_is_no_file_of_arguments()
    {
        var run = await CommandRun.OfAsync(["lab", "status", "--data", "@nowhere"]);

        Assert.Equal((4, ""), (run.Code, run.Output));
        Assert.Contains("@nowhere", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_interrupted_says_so()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(plugin, "CertificateBinding").UpAsync(Programs.Certificate(PluginUnderTest.Lync));

        var run = await CommandRun.OfAsync(
            ["lab", "status", "--data", plugin.DataDirectory], cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal((4, ""), (run.Code, run.Output));
        Assert.StartsWith("PT8002", run.Messages, StringComparison.Ordinal);
    }
}
