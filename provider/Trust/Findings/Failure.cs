using System.Collections.Immutable;

namespace PartnerTrust.Trust.Findings;

/// <summary>A known way in which such a trust fails (domain.md 8).</summary>
/// <param name="Number">The row in the field's catalogue.</param>
/// <param name="Symptom">What people see.</param>
/// <param name="Cause">Why it happens.</param>
/// <param name="Cure">What ends it.</param>
/// <param name="Detection">Where it shows.</param>
/// <param name="Marks">Texts in messages and logs that give it away, exactly as the products write them.</param>
public sealed record Failure(int Number, string Symptom, string Cause, string Cure, Detection Detection, ImmutableArray<string> Marks);

/// <summary>Where a failure can be seen.</summary>
[Flags]
public enum Detection
{
    None = 0,

    /// <summary>By reading the configuration.</summary>
    Configuration = 1,

    /// <summary>By fetching the metadata document.</summary>
    Document = 2,

    /// <summary>By asking for the Bearer challenge.</summary>
    Challenge = 4,

    /// <summary>By making a call.</summary>
    Call = 8,
}
