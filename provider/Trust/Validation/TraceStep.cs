using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Validation;

/// <summary>One step of a trace.</summary>
/// <param name="Name">Stable camel-case name of the step or validation stage, for example <c>signature</c> or <c>writeItem</c>.</param>
/// <param name="Succeeded">Whether it passed.</param>
/// <param name="Detail">What was seen, for people. Never a token or key.</param>
/// <param name="Fault">Why it failed; null when it passed.</param>
/// <param name="Diagnostics">The product's own diagnostics where documented, for example <c>2000000;reason="…"</c>; else null.</param>
public sealed record TraceStep(string Name, bool Succeeded, string Detail, Fault? Fault = null, string? Diagnostics = null)
{
    /// <summary>Whether it cannot be told if the step passes; then it counts as passed, and <see cref="Detail"/> says what is not known.</summary>
    public bool IsOpen { get; init; }

    public string Code => Fault?.Code ?? "";
}
