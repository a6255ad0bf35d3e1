using System.Collections.Immutable;

namespace PartnerTrust.Trust.Tokens;

/// <summary>What a receiver must look up before it can judge a token: read without verifying anything, and therefore good for nothing else.</summary>
/// <param name="ApplicationIdentifiers">The applications that the token names as issuer or client, each once.</param>
/// <param name="UserAddresses">The addresses and identifiers by which it names a user, each once; empty for an app-only token.</param>
public sealed record TokenPreview(ImmutableArray<string> ApplicationIdentifiers, ImmutableArray<string> UserAddresses)
{
    private static readonly TokenPreview Nothing = new([], []);

    public static TokenPreview Of(string token, TokenLimits? limits = null)
    {
        var bounds = limits ?? TokenLimits.Default;
        if (token.Length > bounds.Characters || CompactTokenReader.Read(token, "The token", bounds, out _) is not { } received)
        {
            return Nothing;
        }

        var inside = received.Claims.Text(ClaimNames.ActorToken) ?? received.Claims.Text(ClaimNames.ActorTokenOfExchange);
        var actor = inside is null ? null : CompactTokenReader.Read(inside, "The actor token", bounds, out _);
        return inside is null
            ? new TokenPreview(Applications(received.Claims), [])
            : new TokenPreview(actor is null ? [] : Applications(actor.Claims), UserAddressClaims.Of(received.Claims).All);
    }

    private static ImmutableArray<string> Applications(TokenClaims claims) =>
    [
        .. new[] { claims.Text(ClaimNames.Issuer), claims.Text(ClaimNames.NameId) }
            .Select(text => PrincipalName.TryParse(text, out var name) ? name.Application : null)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];
}
