namespace PartnerTrust.Trust.Findings;

/// <summary>A known way in which such a trust fails (domain.md 8).</summary>
/// <param name="Number">The row in the field's catalogue.</param>
/// <param name="Symptom">What people see.</param>
/// <param name="PossibleCause">Why it may happen: whoever tells it as the cause of what is seen must have seen it.</param>
public sealed record Failure(int Number, string Symptom, string PossibleCause);
