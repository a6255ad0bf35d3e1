using System.Collections.Immutable;

namespace PartnerTrust.Demo.Stages;

/// <summary>The example as it is, on the embedded engine. Nothing is left in its folder.</summary>
internal sealed class EmbeddedStage : IStage
{
    private readonly string settingsFile;
    private readonly string settingsBefore;

    public EmbeddedStage(string example, string work)
    {
        (Project, Data) = (example, Path.Combine(work, "data"));
        // The CLI writes the salt of a new stack's secrets into its settings.
        settingsFile = Path.Combine(example, "Pulumi.dev.yaml");
        settingsBefore = File.ReadAllText(settingsFile);
    }

    public string Project { get; }

    public string Data { get; }

    public ImmutableDictionary<string, string> Surroundings => ImmutableDictionary<string, string>.Empty.Add("PARTNERTRUST_DATA", Data);

    public IReadOnlyList<string> Introduction => [];

    public IReadOnlyList<string> Epilogue() => [];

    public async ValueTask DisposeAsync() => await File.WriteAllTextAsync(settingsFile, settingsBefore);
}
