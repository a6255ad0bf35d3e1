using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Diffing;

/// <summary>One changed path.</summary>
/// <param name="Path">Where.</param>
/// <param name="Kind">What happened there.</param>
/// <param name="Replaces">Whether it forces a replacement.</param>
/// <param name="IsInputDifference">True when old inputs and new inputs differ; false when the resource differs from what the inputs ask.</param>
internal sealed record Difference(PropertyPath Path, DifferenceKind Kind, bool Replaces, bool IsInputDifference);

internal enum DifferenceKind
{
    Add,
    Delete,
    Update,
}
