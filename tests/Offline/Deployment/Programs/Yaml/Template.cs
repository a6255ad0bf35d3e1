using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>A whole program, read and ordered, before anything of it was run.</summary>
/// <param name="Config">The declared settings.</param>
/// <param name="Steps">Variables and resources, each after everything that it refers to.</param>
internal sealed record Template(JsonObject Config, ImmutableArray<Template.Step> Steps, Expression.Map Outputs)
{
    private static readonly string[] ProjectKeys =
        ["name", "description", "runtime", "main", "author", "website", "license", "plugins", "config", "variables", "resources", "outputs"];

    private static readonly string[] ProgramKeys = ["name", "description", "runtime", "config", "variables", "resources", "outputs"];

    /// <summary>The program is part of Pulumi.yaml, or a Main.yaml beside it.</summary>
    public static Template Load(ProjectFile project)
    {
        var main = Path.Combine(project.ProgramDirectory, "Main.yaml");
        return File.Exists(main)
            ? Parse(Section.Of(YamlJson.ReadFile(main), "Main.yaml", ProgramKeys))
            : Parse(Section.Of(YamlJson.ReadFile(Path.Combine(project.Directory, "Pulumi.yaml")), "Pulumi.yaml", ProjectKeys));
    }

    public static Template Parse(JsonObject program)
    {
        var variables = Objects(program, "variables")
            .Select(entry => new Step(entry.Key, ExpressionParser.Parse(entry.Value, $"variables.{entry.Key}"), null));
        var resources = Objects(program, "resources").Select(entry => new Step(entry.Key, null, ResourceDeclaration.Parse(entry.Key, entry.Value)));
        var config = Objects(program, "config");
        var steps = variables.Concat(resources).ToList();
        var outputs = ExpressionParser.ParseMap(program["outputs"], "outputs");
        return new Template(config, StepOrder.Of(steps, [.. config.Select(entry => entry.Key), ProgramScope.BuiltIn], outputs), outputs);
    }

    private static JsonObject Objects(JsonObject program, string key) => program[key] switch
    {
        null => [],
        JsonObject section => section,
        _ => throw new DeploymentException($"{key} must be an object"),
    };

    /// <summary>What gives a name its value: a variable's expression or a resource.</summary>
    internal sealed record Step(string Name, Expression? Variable, ResourceDeclaration? Resource)
    {
        public IEnumerable<string> References => Variable?.References ?? Resource!.References;
    }
}
