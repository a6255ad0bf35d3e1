using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Diffing;

/// <summary>One changed path.</summary>
/// <param name="Path">Where.</param>
/// <param name="Kind">What happened there.</param>
/// <param name="Replaces">Whether it forces a replacement.</param>
/// <param name="IsInputDifference">False when an output differs from the input at its path; true when inputs differ, and where no input is at the
/// path.</param>
internal sealed record Difference(PropertyPath Path, DifferenceKind Kind, bool Replaces, bool IsInputDifference);

internal enum DifferenceKind
{
    Add,
    Delete,
    Update,
}
