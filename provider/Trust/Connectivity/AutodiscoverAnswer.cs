using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Connectivity;

/// <summary>What Autodiscover says of a user: where the mailbox is reached, where to ask instead, or that there is none.</summary>
/// <param name="Ews">Null when it is to be asked elsewhere, and where there is none.</param>
/// <param name="Redirect">As it was given, perhaps no URL at all; null when the mailbox was found.</param>
public sealed record AutodiscoverAnswer(Uri? Ews, string? Redirect)
{
    /// <summary>What stands for the error code of an answer without one.</summary>
    public const string NoCode = "no error code";

    /// <summary>That the user has no mailbox there; else null.</summary>
    public Fault? Nobody { get; init; }

    /// <summary>Which answer counts: a redirection, or the URL for callers inside before the one for callers outside; everything else is a
    /// refusal (domain.md 6.1).</summary>
    /// <param name="user">The address that was asked for.</param>
    /// <param name="code">The error code; <c>NoError</c> for a user who was found.</param>
    /// <param name="message">What is said about the error.</param>
    /// <param name="redirect">The redirection's target; null for none.</param>
    /// <param name="internalUrl">The setting <c>InternalEwsUrl</c>; null where it was not told.</param>
    /// <param name="externalUrl">The setting <c>ExternalEwsUrl</c>; null where it was not told.</param>
    public static (AutodiscoverAnswer? Answer, Fault? Fault) Read(
        string user, string code, string message, string? redirect, string? internalUrl, string? externalUrl) => code switch
        {
            "RedirectUrl" => (new AutodiscoverAnswer(null, redirect ?? ""), null),
            "InvalidUser" => (new AutodiscoverAnswer(null, null) { Nobody = FaultCatalogue.AutodiscoverRefuses(user, code, message) }, null),
            not "NoError" => (null, FaultCatalogue.AutodiscoverRefuses(user, code, message)),
            _ when Uri.TryCreate(internalUrl ?? externalUrl, UriKind.Absolute, out var ews) => (new AutodiscoverAnswer(ews, null), null),
            _ => (null, FaultCatalogue.AutodiscoverRefuses(user, code, "no EWS URL among the settings")),
        };
}
