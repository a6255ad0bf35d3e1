using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>The caller's side of a call to one receiver (domain.md 1.1, 5.5, 5.6): what it learns when it asks, who issues the token, and what
/// signs it.</summary>
/// <param name="state">As <see cref="TrustEvaluator"/> needs it.</param>
/// <param name="question">What is asked.</param>
/// <param name="caller">Who calls.</param>
/// <param name="receiver">Who is called.</param>
internal sealed class CallerSide(TrustState state, TrustQuestion question, Server caller, Server receiver)
{
    public PrincipalName Client { get; } = ReceiverNames.PrincipalOf(caller, state);

    public BearerChallenge Challenge { get; } = BearerChallenge.Of(receiver, state);

    /// <summary>Why the caller does not even ask; null when it does.</summary>
    public Fault? Silence =>
        CallRules.CheckOwnRecords(caller, ReceiverNames.PrincipalOf(receiver, state), state.PartnerApplications.Values);

    /// <summary>The record of the authorization server that issues instead of the caller; null when the caller does, or nobody.</summary>
    public AuthorizationServer? Shared => IssuerRules.TakesOwn(Challenge, Client)
        ? null
        : IssuerRules.Shared(Challenge, caller, state.AuthorizationServers.Values);

    /// <summary>Who issues the token; null when nobody can whom the receiver trusts.</summary>
    public PrincipalName? Issuer => IssuerRules.TakesOwn(Challenge, Client) ? Client
        : PrincipalName.TryParse(Shared?.Issuer, out var issuer) ? issuer
        : null;

    /// <summary>Why it cannot be told whether anybody can issue a token that the receiver takes; null when it can.</summary>
    public string? UnseenIssuers => Issuer is not null ? null
        : IsUnseen(receiver, TrustPart.Records) ? $"whose tokens {receiver.Fqdn} takes is not known here"
        : IsUnseen(caller, TrustPart.Records) && TakesAuthorizationServers
            ? $"which authorization servers {caller.Fqdn} uses is not known here"
        : null;

    /// <summary>Why nobody can issue a token that the receiver takes; null when somebody can, and where that cannot be told.</summary>
    public Fault? Distrust => Issuer is null && UnseenIssuers is null
        ? IssuerRules.Distrust(receiver, Challenge, Client, state.PartnerApplications.Values)
        : null;

    /// <summary>The server that issues instead of the caller: of several under the issuer's principal the first in order of name. Null when none is
    /// configured.</summary>
    public Server? AuthorizationServer => Shared is null
        ? null
        : state.Servers.Values
            .Where(server => server.Product == ServerProduct.TokenServer && ReceiverNames.PrincipalOf(server, state) == Issuer)
            .MinBy(server => server.Fqdn, StringComparer.Ordinal);

    /// <summary>Why it cannot be told whether the caller can sign; null when it can.</summary>
    public string? UnseenSigner => CallPlanner.UnseenSigner(state, caller, Certificate, question.At);

    /// <summary>Why the caller cannot sign; null when it can.</summary>
    public (string Detail, Fault? Fault) Signer => CallPlanner.CheckSigner(state, caller, Certificate, question.At, question.Member);

    /// <summary>The call, of a caller that can make it.</summary>
    public PlannedCall Call => new(
        caller,
        receiver,
        new ActorTokenRequest(Issuer!.Value, Client, Challenge.AudienceAt(question.Host ?? ServicePaths.AuthorityOf(receiver), Client), question.At),
        User,
        Certificate!,
        AuthorizationServer);

    private SigningCertificate? Certificate => CallPlanner.SigningCertificateOf(state, caller, question.At);

    private bool TakesAuthorizationServers =>
        state.AuthorizationServers.Values.Any(record => record.Server == receiver.Fqdn && !record.IsForClients);

    private UserIdentity? User => question.SipUri is { } sip
        ? UserIdentity.Of(sip, state.Mailboxes.GetValueOrDefault(sip) ?? state.Mailboxes.GetValueOrDefault(sip.ToLowerInvariant()))
        : null;

    private bool IsUnseen(Server server, TrustPart part) => state.Unseen.Contains((server.Fqdn, part));
}
