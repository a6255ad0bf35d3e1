using System.Collections.Immutable;

namespace PartnerTrust.Deployment;

/// <summary>What the command line of the host says.</summary>
public sealed record HostOptions
{
    public string Directory { get; init; } = System.IO.Directory.GetCurrentDirectory();

    public string Stack { get; init; } = "dev";

    /// <summary>Where state files lie; by default beside the project, out of its version control.</summary>
    public string? StateDirectory { get; init; }

    public bool ShowsDiff { get; init; }

    public bool RefreshesFirst { get; init; }

    public bool ExpectsNoChanges { get; init; }

    public bool SkipsPreview { get; init; }

    /// <summary>Leaves secrets marked but readable in the state file; for tests that look into it.</summary>
    public bool PlaintextSecrets { get; init; }

    public ImmutableHashSet<string> Targets { get; init; } = [];

    public ImmutableHashSet<string> Replaces { get; init; } = [];

    /// <summary>Ports of providers that already run, under a debugger or inside a test, by package.</summary>
    public ImmutableDictionary<string, int> Attached { get; init; } = ReadAttached(
        System.Environment.GetEnvironmentVariable("PULUMI_DEBUG_PROVIDERS") ?? "");

    /// <summary>Variables that plugins see on top of this process's own.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    public int Parallel { get; init; } = 4 * System.Environment.ProcessorCount;

    private static ImmutableDictionary<string, int> ReadAttached(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(':')).Where(parts => parts.Length == 2)
            .ToImmutableDictionary(parts => parts[0], parts => int.Parse(parts[1], null));
}
