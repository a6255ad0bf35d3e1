using PartnerTrust.Plugin.Secrets;

namespace PartnerTrust.Plugin.Session;

/// <summary>An operation that is asked for.</summary>
/// <param name="Urn">Whom its talk is about; empty for a function.</param>
/// <param name="Step">What the status line says until there is something better to say.</param>
/// <param name="Secrets">What its talk must not show.</param>
public sealed record OperationRequest(string Urn, string Step, SecretTexts Secrets)
{
    /// <summary>After how many seconds it is to end; 0 for never.</summary>
    public double TimeoutSeconds { get; init; }

    /// <summary>The last hand on each message, where what it would name is not what the user will find.</summary>
    public Func<string, string> Edit { get; init; } = message => message;

    /// <summary>Whether it is only tried on a copy, so that its talk is for nobody.</summary>
    public bool IsRehearsal { get; init; }
}
