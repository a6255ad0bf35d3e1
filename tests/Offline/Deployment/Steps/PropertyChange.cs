using System.Collections.Immutable;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Steps;

/// <summary>How one property path changed; <paramref name="InputDiff"/> compares inputs with inputs, else outputs with new inputs.</summary>
public sealed record PropertyChange(PropertyDiff.Types.Kind Kind, bool InputDiff)
{
    public static ImmutableSortedDictionary<string, PropertyChange> None { get; } =
        ImmutableSortedDictionary.Create<string, PropertyChange>(StringComparer.Ordinal);

    public bool IsReplacement =>
        Kind is PropertyDiff.Types.Kind.AddReplace or PropertyDiff.Types.Kind.DeleteReplace or PropertyDiff.Types.Kind.UpdateReplace;

    public bool IsAdd => Kind is PropertyDiff.Types.Kind.Add or PropertyDiff.Types.Kind.AddReplace;

    public bool IsDelete => Kind is PropertyDiff.Types.Kind.Delete or PropertyDiff.Types.Kind.DeleteReplace;

    public PropertyChange AsReplacement() => this with
    {
        Kind = IsAdd ? PropertyDiff.Types.Kind.AddReplace : IsDelete ? PropertyDiff.Types.Kind.DeleteReplace : PropertyDiff.Types.Kind.UpdateReplace,
    };

    /// <summary>Seen from the other side: what a refresh found instead of what an update would do.</summary>
    public PropertyChange Invert() => this with
    {
        Kind = IsAdd ? PropertyDiff.Types.Kind.Delete : IsDelete ? PropertyDiff.Types.Kind.Add : PropertyDiff.Types.Kind.Update,
    };
}
