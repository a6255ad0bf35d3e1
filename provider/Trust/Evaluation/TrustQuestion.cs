namespace PartnerTrust.Trust.Evaluation;

/// <summary>Would a call from one server to another be accepted?</summary>
/// <param name="From">Fqdn of the calling server.</param>
/// <param name="To">Fqdn of the called server.</param>
/// <param name="SipUri">The user for whom the call is made; null for an app-only call.</param>
/// <param name="At">When the call is made.</param>
public sealed record TrustQuestion(string From, string To, string? SipUri, DateTimeOffset At)
{
    /// <summary>The member of the calling server that makes the call; null when any of them may, so that all must be able to.</summary>
    public string? Member { get; init; }

    /// <summary>Under which host name the receiver is called, with the port where that is not the one of https; null for its own.</summary>
    public string? Host { get; init; }
}
