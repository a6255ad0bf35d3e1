using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>What the engine tells a program when it starts it (pulumi-protocol.md 4.6).</summary>
internal sealed record DeploymentSettings(string Project, string Stack, string Organization, string RootDirectory, bool DryRun)
{
    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public static DeploymentSettings FromEnvironment()
    {
        // Read only to refuse a launcher that forgot them, as the official SDK does.
        _ = Flag("PULUMI_QUERY_MODE");
        _ = int.Parse(Require("PULUMI_PARALLEL"), CultureInfo.InvariantCulture);
        return new DeploymentSettings(
            Require("PULUMI_PROJECT"),
            Require("PULUMI_STACK"),
            Environment.GetEnvironmentVariable("PULUMI_ORGANIZATION") ?? "organization",
            Environment.GetEnvironmentVariable("PULUMI_ROOT_DIRECTORY") ?? "",
            Flag("PULUMI_DRY_RUN"))
        {
            Config = ConfigFromEnvironment(),
        };
    }

    public static DeploymentSettings ForTest(TestOptions? options) => new(
        options?.ProjectName ?? "project",
        options?.StackName ?? "stack",
        options?.OrganizationName ?? "organization",
        "",
        options?.IsPreview ?? true)
    {
        Config = ConfigFromEnvironment(),
    };

    public static string Require(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException(
            $"The environment variable {variable} is missing: this program is started by `pulumi up`, not on its own.");

    private static bool Flag(string variable) => bool.TryParse(Require(variable), out var value)
        ? value
        : throw new InvalidOperationException($"The environment variable {variable} must be true or false.");

    private static ImmutableDictionary<string, string> ConfigFromEnvironment() =>
        Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { Length: > 0 } json
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)!.ToImmutableDictionary()
            : ImmutableDictionary<string, string>.Empty;
}
