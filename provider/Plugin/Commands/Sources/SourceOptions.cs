using System.Collections.Immutable;
using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>The options by which a command is told whose trust it is about. They exclude one another.</summary>
internal sealed class SourceOptions
{
    public const string StackOption = "--stack";
    public const string StateOption = "--state";

    private readonly DataOption data;
    private readonly ConfigOption config = new();
    private readonly Option<string> stack = new Option<string>(StackOption)
    {
        HelpName = "NAME",
        Description = "A stack of the project: its configuration tells where the data, or the servers, are. Without it: PULUMI_STACK, or the only one",
    }.NeedsValue();

    private readonly Option<string> directory = new Option<string>("--cwd")
    {
        HelpName = "DIRECTORY",
        Description = "The project's directory; without it, this one, or the nearest above it",
    }.NeedsValue();

    private readonly Option<string> state = new Option<string>(StateOption)
    {
        HelpName = "FILE",
        Description = "What \"pulumi stack export\" writes, \"-\" for the input: no server is asked, and what it remembers is told",
    }.NeedsValue();

    private readonly bool takesState;

    /// <param name="around">What is around the command.</param>
    /// <param name="takesState">Whether it can also tell of a trust that is only remembered.</param>
    public SourceOptions(CommandSurroundings around, bool takesState = false)
    {
        this.takesState = takesState;
        data = new DataOption(around.Environment);
        stack.CompletionSources.Add(context =>
            PulumiProject.Find(context.ParseResult.GetValue(directory) ?? ".")?.ListStacks().AsEnumerable() ?? []);
    }

    /// <summary>Those that name a place.</summary>
    public ImmutableArray<Option> Places => takesState ? [stack, data, config, state] : [stack, data, config];

    public void AddTo(Command command)
    {
        foreach (var place in Places)
        {
            command.Options.Add(place);
        }

        command.Options.Add(directory);
        command.Validators.Add(result =>
        {
            if (Places.Where(option => result.GetResult(option) is not null).Take(2).ToArray() is [var one, var other])
            {
                result.AddError($"{one.Name} and {other.Name} name two places: give one of them.");
            }
        });
    }

    public SourceRequest Read(ParseResult parsed) => new(
        parsed.GetValue(stack), parsed.GetValue(data), parsed.GetValue(config), Path.GetFullPath(parsed.GetValue(directory) ?? "."))
    {
        StateFile = takesState ? parsed.GetValue(state) : null,
    };
}
