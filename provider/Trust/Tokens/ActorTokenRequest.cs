namespace PartnerTrust.Trust.Tokens;

/// <summary>What an actor token says (domain.md 5.2).</summary>
/// <param name="Issuer">Who signs: the client itself, or the authorization server that vouches for it.</param>
/// <param name="Client">The application that calls.</param>
/// <param name="Audience">The server that is called.</param>
/// <param name="IssuedAt">Start of validity.</param>
public sealed record ActorTokenRequest(PrincipalName Issuer, PrincipalName Client, Audience Audience, DateTimeOffset IssuedAt)
{
    /// <summary>Eight hours, as in the examples of the specification (domain.md 5.4).</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(8);

    public TimeSpan Lifetime { get; init; } = DefaultLifetime;

    /// <summary>Whether the token may be put into a user token.</summary>
    public bool TrustedForDelegation { get; init; }

    /// <summary>A client that issues for itself.</summary>
    public static ActorTokenRequest SelfIssued(PrincipalName client, Audience audience, DateTimeOffset issuedAt) =>
        new(client, client, audience, issuedAt);
}
