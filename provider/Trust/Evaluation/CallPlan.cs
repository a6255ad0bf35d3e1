using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>A call as its caller prepares it: up to the token, not yet sent.</summary>
/// <param name="Steps">What the caller did; a failed last step means that no call can be made.</param>
/// <param name="Call">What is to be sent; null when no call can be made, and where the last step leaves open what it would be.</param>
public sealed record CallPlan(ImmutableArray<TraceStep> Steps, PlannedCall? Call);

/// <summary>A call that can be made.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Receiver">Who is called.</param>
/// <param name="Token">What the actor token says.</param>
/// <param name="User">For whom; null for an app-only call.</param>
/// <param name="Certificate">What the caller signs with.</param>
/// <param name="AuthorizationServer">Who issues the actor token instead of the caller; null when the caller does.</param>
public sealed record PlannedCall(
    Server Caller,
    Server Receiver,
    ActorTokenRequest Token,
    UserIdentity? User,
    SigningCertificate Certificate,
    Server? AuthorizationServer)
{
    /// <summary>The text after <c>Bearer</c>, by the caller's signer or the authorization server's.</summary>
    public string Issue(ITokenSigner signer) =>
        User is null ? TokenIssuer.IssueActor(Token, signer) : TokenIssuer.IssueForUser(Token, User, signer);

    /// <summary>The token by which the caller proves itself to the authorization server.</summary>
    public string IssueAssertion(ITokenSigner signer) => AuthorizationServer is null
        ? throw new InvalidOperationException("The caller issues for itself.")
        : TokenIssuer.IssueActor(ActorTokenRequest.SelfIssued(Token.Client, AudienceOf(AuthorizationServer), Token.IssuedAt), signer);

    private Audience AudienceOf(Server authorizationServer) => new(Token.Issuer.Application, authorizationServer.Fqdn, Token.Issuer.Realm);
}
