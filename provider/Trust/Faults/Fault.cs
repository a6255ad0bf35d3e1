namespace PartnerTrust.Trust.Faults;

/// <summary>One numbered refusal or warning, in the four parts that every message of this package has.</summary>
/// <param name="Code">The catalogue number, <c>PT</c> and four digits, for example <c>PT2003</c>.</param>
/// <param name="Property">The property path it is about, in the form of a Pulumi property path; empty for the whole resource.</param>
/// <param name="Found">What was found. Never holds a secret.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Remedy">What to do next.</param>
public sealed record Fault(string Code, string Property, string Found, string Expected, string Remedy)
{
    /// <summary>True when the operation may go on and the user is only told.</summary>
    public bool IsWarning { get; init; }

    /// <summary>What it says about the operation that met it.</summary>
    public FaultKind Kind { get; init; }

    /// <summary>Whether the engine itself failed: then nothing is said about the trust that it keeps.</summary>
    public bool IsOfEngine => Kind == FaultKind.Engine;

    /// <summary>Why it came to this, or may have come to it; empty where the finding says enough.</summary>
    public string Cause { get; init; } = "";

    /// <summary>Whether <see cref="Cause"/> was seen; else it is what is possible.</summary>
    public bool IsCauseSeen { get; init; }

    /// <summary>The one-line text that users read: number, finding, expectation, cause, remedy.</summary>
    public string Text => $"{Code}: {Found} Expected: {Expected} {CauseText}{Remedy}".TrimEnd();

    private string CauseText => Cause.Length == 0 ? "" : $"{(IsCauseSeen ? "Cause" : "Possible cause")}: {Cause} ";

    /// <summary>The same fault, told about another property (the rule does not know where in the inputs its value stood).</summary>
    public Fault At(string property) => this with { Property = property };

    public override string ToString() => Property.Length == 0 ? Text : $"{Property}: {Text}";
}
