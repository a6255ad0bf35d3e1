using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>The options by which a command is told whose trust it is about. They exclude one another.</summary>
internal sealed class SourceOptions
{
    public const string StackOption = "--stack";

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

    public SourceOptions(CommandSurroundings around)
    {
        data = new DataOption(around.Environment);
        stack.CompletionSources.Add(context =>
            PulumiProject.Find(context.ParseResult.GetValue(directory) ?? ".")?.ListStacks().AsEnumerable() ?? []);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(stack);
        command.Options.Add(data);
        command.Options.Add(config);
        command.Options.Add(directory);
        command.Validators.Add(result =>
        {
            Option[] places = [stack, data, config];
            if (places.Where(option => result.GetResult(option) is not null).Take(2).ToArray() is [var one, var other])
            {
                result.AddError($"{one.Name} and {other.Name} name two places: give one of them.");
            }
        });
    }

    public SourceRequest Read(ParseResult parsed) => new(
        parsed.GetValue(stack), parsed.GetValue(data), parsed.GetValue(config), Path.GetFullPath(parsed.GetValue(directory) ?? "."));
}
