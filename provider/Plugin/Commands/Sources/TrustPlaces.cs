using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>Finds where the trust is kept that a command is about: in a named place, in that of a named stack, else in that of the environment or
/// of the project's only stack.</summary>
internal sealed class TrustPlaces(CommandSurroundings around)
{
    private const string OwnDirectory = ".partnertrust";
    private const string DataVariable = "PARTNERTRUST_DATA";
    private const string EngineVariable = "PARTNERTRUST_ENGINE";
    private const string StackVariable = "PULUMI_STACK";

    public async Task<TrustPlace> FindAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        if (request.DataDirectory is { } named)
        {
            return new TrustPlace.Store(Path.GetFullPath(named));
        }

        if (request.StateFile is { } state)
        {
            return new TrustPlace.StateFile(state);
        }

        if (request.ConfigFile is { } file)
        {
            var environment = EnvironmentIn(Directory.GetCurrentDirectory());
            var text = await StackSettings.ReadTextAsync(file, cancellationToken);
            return PlaceOf(StackSettings.Parse(file, text), Path.GetFullPath(OwnDirectory), environment, file);
        }

        return request.Stack is null && Variable(DataVariable) is { } data
            ? new TrustPlace.Store(Path.GetFullPath(data))
            : await FindOfStackAsync(request, cancellationToken);
    }

    private async Task<TrustPlace> FindOfStackAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        if (PulumiProject.Find(request.Directory) is not { } project)
        {
            return request.Stack is null && DataOption.OnlyOneIn(request.Directory) is { } only
                ? new TrustPlace.Store(only)
                : throw Misused($"{request.Directory} is in no Pulumi project, and nothing else tells where the trust is kept.");
        }

        var stack = request.Stack ?? Variable(StackVariable) ?? OnlyOne(project);
        Require(project, stack);
        var settings = project.ReadSettings(stack);
        var environment = EnvironmentIn(project.Directory);
        var whole = project.HasEnvironment(stack) ? await ResolvedAsync(project, stack, settings, cancellationToken) : settings;
        return PlaceOf(whole, project.DefaultDataDirectory(stack), environment, $"the configuration of the stack {stack}");
    }

    private static string OnlyOne(PulumiProject project) => project.ListStacks() switch
    {
        [var only] => only,
        [] => throw Misused($"The project in {project.Directory} has no stack."),
        var several => throw Misused(
            $"The project in {project.Directory} has several stacks, and none was named: {string.Join(", ", several)}."),
    };

    private static void Require(PulumiProject project, string stack)
    {
        var stacks = project.ListStacks();
        var name = stack[(stack.LastIndexOf('/') + 1)..];
        if (!stacks.Contains(name))
        {
            throw Misused($"The project in {project.Directory} has no stack \"{name}\""
                + (stacks.IsEmpty ? "." : $", but {string.Join(", ", stacks)}."));
        }
    }

    /// <summary>What comes from an environment of Pulumi ESC, only the CLI can tell.</summary>
    private async Task<PropertyMap> ResolvedAsync(
        PulumiProject project, string stack, PropertyMap settings, CancellationToken cancellationToken)
    {
        var cli = new Planning.PulumiCli("pulumi", project.Directory, ["--stack", stack], [], around.Messages);
        var resolved = await cli.ReadConfigurationAsync(cancellationToken);
        return resolved is null ? settings : StackSettings.Parse("pulumi config --json", resolved);
    }

    /// <summary>The servers of the embedded engine need not be in the configuration: its store knows them.</summary>
    private TrustPlace PlaceOf(PropertyMap settings, string defaultDirectory, SessionEnvironment environment, string told) =>
        (settings.Text("engine") ?? Variable(EngineVariable)) == EngineNames.PowerShell
            ? new TrustPlace.Servers(StackSettings.Interpret(settings, environment), told)
            : new TrustPlace.Store((settings.Text("dataDirectory") ?? Variable(DataVariable)) is { Length: > 0 } directory
                ? environment.DataDirectoryOf(directory)
                : defaultDirectory);

    private SessionEnvironment EnvironmentIn(string directory) =>
        new(PackageSchema.BuiltIn, around.Time, around.Logs, around.Environment, directory);

    private string? Variable(string name) => around.Environment(name) is { Length: > 0 } value ? value : null;

    private static FaultException Misused(string found)
    {
        var fault = FaultCatalogue.CommandMisused(found, "--stack <NAME>, --data <DIRECTORY> or --config <FILE>");
        return new FaultException(fault with { Kind = FaultKind.Input });
    }
}
