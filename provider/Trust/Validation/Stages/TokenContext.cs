using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>What a token is judged by, and what the stages hand on to one another about it: each such value is set by the stage named
/// beside it.</summary>
internal sealed class TokenContext
{
    public required string Token { get; init; }

    public required Server Receiver { get; init; }

    public required TrustState State { get; init; }

    public required DateTimeOffset At { get; init; }

    public required TimeSpan ClockSkew { get; init; }

    public required TokenLimits Limits { get; init; }

    public required ISignatureVerifier Verifier { get; init; }

    /// <summary>form: the token as received; later the same as <see cref="Actor"/> or <see cref="User"/>.</summary>
    public CompactToken Received { get; set; } = null!;

    /// <summary>actorToken: the signed token of the application.</summary>
    public CompactToken Actor { get; set; } = null!;

    /// <summary>header: the unsigned token around it; null for an app-only call.</summary>
    public CompactToken? User { get; set; }

    /// <summary>issuer: who signed.</summary>
    public PrincipalName Issuer { get; set; }

    /// <summary>issuer: the authorization server that signed; null when the partner signed itself.</summary>
    public AuthorizationServer? AuthorizationServer { get; set; }

    /// <summary>application: who calls.</summary>
    public PrincipalName Client { get; set; }

    /// <summary>application, narrowed by later stages: the records that may speak for the caller; more than one when it was registered
    /// twice.</summary>
    public ImmutableArray<PartnerApplication> Applications { get; set; } = [];

    /// <summary>signingKey: the trusted key that the token names; null where the receiver does not show which keys it trusts.</summary>
    public SigningCertificate? Key { get; set; }

    /// <summary>audience: for whom the token is.</summary>
    public Audience Audience { get; set; }

    /// <summary>user: for whom the application calls.</summary>
    public Mailbox? Mailbox { get; set; }

    public PartnerApplication Application => Applications[0];

    /// <summary>The product whose documents show the diagnostics header is Exchange (domain.md 5.7); others send none.</summary>
    public TokenDiagnostics? IfDocumented(TokenDiagnostics diagnostics) =>
        Receiver.Product == ServerProduct.ExchangeServer ? diagnostics : null;
}
