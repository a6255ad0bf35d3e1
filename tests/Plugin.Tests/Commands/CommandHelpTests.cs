using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Commands;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Tests.Commands;

/// <summary>Help at every level, with examples that can be typed.</summary>
public sealed class CommandHelpTests
{
    private static readonly RootCommand Root = CommandTree.Of(
        new CommandSurroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System, NullLoggerFactory.Instance, _ => null));

    public static TheoryData<string> Commands => [.. All(Root).Select(command => string.Join(' ', CommandSynopsis.PathOf(command)))];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_examples_that_are_written_as_they_must_be(string path)
    {
        var command = (ExampledCommand)path.Split(' ')
            .Aggregate((Command)Root, (group, word) => group.Subcommands.Single(inner => inner.Name == word));

        var help = await World.CommandRun.OfAsync([.. path.Split(' '), "--help"]);

        Assert.Equal((0, ""), (help.Code, help.Messages));
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example =>
        {
            Assert.Contains($"{CommandTree.Program} {example.Typed}", help.Output, StringComparison.Ordinal);
            Assert.Empty(Root.Parse(example.Typed.Split(" > ")[0].Split(" | ")[0]).Errors);
        });
    }

    private static IEnumerable<Command> All(Command command) =>
        command.Subcommands.SelectMany(inner => All(inner).Prepend(inner));
}
