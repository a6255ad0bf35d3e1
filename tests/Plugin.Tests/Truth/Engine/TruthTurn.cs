using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>What the engine does to a resource.</summary>
internal enum TruthStep
{
    Same,
    Create,
    Update,
    Replace,
}

/// <summary>What the turn of a resource, or of a function, gave in a run.</summary>
/// <param name="identity">Of the resource.</param>
/// <param name="server">That it is about; empty for none.</param>
internal sealed class TruthTurn(TruthIdentity identity, string server)
{
    public string Server => server;

    public string Type => identity.Type;

    public string Name => identity.Key;

    /// <summary>The component that registered it; null for the program.</summary>
    public string? Parent => identity.Parent;

    public string Urn => identity.Urn;

    /// <summary>Null when it came to none.</summary>
    public TruthStep? Step { get; set; }

    /// <summary>Of the operation, or the answer; null without one.</summary>
    public PropertyMap? Outputs { get; set; }

    /// <summary>Whether its inputs held something unknown.</summary>
    public bool HadUnknowns { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; set; }

    /// <summary>Its turn did not come, because something that it needs failed.</summary>
    public bool IsSkipped { get; set; }

    public bool IsBroken => Failure is not null || IsSkipped;

    /// <summary>What the plugin told about it, in order.</summary>
    public ImmutableArray<string> Told { get; set; } = [];
}
