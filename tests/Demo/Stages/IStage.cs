using System.Collections.Immutable;

namespace PartnerTrust.Demo.Stages;

/// <summary>Where the story is told: a stack, and the servers that it is deployed to.</summary>
internal interface IStage : IAsyncDisposable
{
    /// <summary>The folder of the stack's <c>Pulumi.yaml</c>.</summary>
    string Project { get; }

    /// <summary>The data directory behind the servers.</summary>
    string Data { get; }

    /// <summary>Environment variables of the plugin.</summary>
    ImmutableDictionary<string, string> Surroundings { get; }

    /// <summary>Lines to be read before.</summary>
    IReadOnlyList<string> Introduction { get; }

    /// <summary>Lines to be read afterwards.</summary>
    IReadOnlyList<string> Epilogue();
}
