using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>What a stage says: passed with what it saw, or refused.</summary>
internal readonly record struct StageResult(string Detail, Fault? Fault, TokenDiagnostics? Diagnostics)
{
    /// <summary>The stage looks at user tokens, and this call is the application's own.</summary>
    public static StageResult AppOnly { get; } = Passed("not needed: the call is the application's own");

    /// <summary>Whether the stage cannot tell, and the call may go either way.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>What decides is not known here.</summary>
    public static StageResult Open(string detail) => new(detail, null, null) { IsOpen = true };

    public static StageResult Passed(string detail) => new(detail, null, null);

    public static StageResult Refused(Fault fault, TokenDiagnostics? diagnostics = null) => new(fault.Found, fault, diagnostics);
}
