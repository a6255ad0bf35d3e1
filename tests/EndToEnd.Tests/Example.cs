namespace PartnerTrust.EndToEnd.Tests;

/// <summary>An example's row: what one of its outputs says once it is deployed.</summary>
/// <param name="Folder">Below <c>examples</c>.</param>
/// <param name="Output">The output's name.</param>
/// <param name="Value">What it says, as text.</param>
public sealed record Example(string Folder, string Output, string Value)
{
    /// <summary>The example that makes the installation which this one takes over.</summary>
    public string? Adopts { get; private init; }

    public static IReadOnlyList<Example> All { get; } =
    [
        new("two-way-trust", "proven", "true"),
        new("two-way-trust-component", "proven", "true"),
        new("two-way-trust-component/yaml", "proven", "true"),
        new("two-way-trust-component/typescript", "proven", "true"),
        new("certificate-rollover", "state", "\"current\""),
        new("three-products", "sharePointMayCallExchange", "true"),
        new("pools-and-farms", "farmsProven", "true"),
        new("token-server", "application", "\"5d4a7a3e-0c5e-4f1c-9a3e-6c1d2b7f8e90\""),
        new("existing-installation", "recordsOnLync", "\"atl-cs-001.litwareinc.com/Exchange\"") { Adopts = "two-way-trust" },
    ];

    /// <summary>Every folder that holds a project.</summary>
    public static IEnumerable<string> Folders() => Directory.EnumerateFiles(ExampleCheckout.Source, "Pulumi.yaml", SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(ExampleCheckout.Source, Path.GetDirectoryName(file)!).Replace('\\', '/'));

    public override string ToString() => Folder;
}
