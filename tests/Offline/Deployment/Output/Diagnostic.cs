namespace PartnerTrust.Deployment.Output;

public enum DiagnosticSeverity
{
    Debug,
    Info,
    Warning,
    Error,
}

/// <summary>A message for the user, about one resource or, with an empty URN, about the stack.</summary>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Urn, string Message);
