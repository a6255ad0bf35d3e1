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

/// <summary>What a resource's turn in a run gave.</summary>
internal sealed class TruthTurn(string type, string name)
{
    public string Type => type;

    public string Name => name;

    /// <summary>Null when it came to none.</summary>
    public TruthStep? Step { get; set; }

    /// <summary>Of the operation; null without one.</summary>
    public PropertyMap? Outputs { get; set; }

    /// <summary>Whether its inputs held something unknown.</summary>
    public bool HadUnknowns { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; set; }

    /// <summary>Its turn did not come, because something that it needs failed.</summary>
    public bool IsSkipped { get; set; }

    /// <summary>What the plugin told about it, in order.</summary>
    public ImmutableArray<string> Told { get; set; } = [];
}
