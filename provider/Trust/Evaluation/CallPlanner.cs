using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>The caller's side of a call (domain.md 0, 5.5, 5.6): find the receiver, read its challenge, see who can issue a token that it takes,
/// and sign.</summary>
public static class CallPlanner
{
    public static CallPlan Plan(TrustState state, TrustQuestion question)
    {
        var steps = ImmutableArray.CreateBuilder<TraceStep>(5);
        if (!Take(steps, "question", CheckQuestion(state, question)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        var caller = state.Servers[question.From];
        var receiver = state.Servers[question.To];
        if (!Take(steps, "autodiscover", CheckAutodiscover(state, caller, receiver)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        var challenge = BearerChallenge.Of(receiver, state);
        var client = ReceiverNames.PrincipalOf(caller, state);
        var issuer = ChooseIssuer(state, caller, client, challenge);
        var silence = CheckOwnRecords(caller, ReceiverNames.PrincipalOf(receiver, state), state.PartnerApplications.Values);
        if (!Take(steps, "challenge", silence is null ? CheckChallenge(state, receiver, client, challenge, issuer) : ("", silence)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        var certificate = SigningCertificateOf(state, caller, question.At);
        if (!Take(steps, "certificate", CheckSigner(state, caller, certificate, question.At, question.Member)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        var audience = new Audience(challenge.ClientId, receiver.Fqdn, challenge.Realm ?? client.Realm);
        var token = new ActorTokenRequest(issuer!.Value, client, audience, question.At);
        var tokenServer = issuer == client ? null : TokenServerOf(state, issuer.Value);
        return issuer == client || tokenServer is not null
            ? new CallPlan(steps.ToImmutable(), new PlannedCall(caller, receiver, token, UserOf(state, question), certificate!, tokenServer))
            : new CallPlan(steps.ToImmutable().Add(NoTokenServer(issuer.Value)), null);
    }

    /// <summary>Whether the caller is told not to talk to the receiver: what is disabled on Lync, Lync does not call either (domain.md 4.1).
    /// Without any record of the receiver the caller is free.</summary>
    public static Fault? CheckOwnRecords(Server caller, PrincipalName receiver, IEnumerable<PartnerApplication> records)
    {
        if (caller.Product != ServerProduct.LyncServer)
        {
            return null;
        }

        var own = records.Where(record => record.Server == caller.Fqdn && record.Issuer == receiver.ToString()).ToList();
        return own.Count > 0 && own.TrueForAll(record => !record.Enabled)
            ? FaultCatalogue.ReceiverDisabledAtCaller(caller.Fqdn, own.Select(record => record.Name).Order(StringComparer.Ordinal).First())
            : null;
    }

    /// <summary>The certificate that a server signs with at a time, or why it, or one of its members, can't.</summary>
    internal static (string Detail, Fault? Fault) CheckSigner(
        TrustState state, Server signer, SigningCertificate? certificate, DateTimeOffset at, string? member = null) =>
        certificate is null ? ("", FaultCatalogue.CallerHasNoCertificate(signer.Fqdn))
        : !certificate.IsValidAt(at) ? ("", FaultCatalogue.CallerCertificateNotValid(signer.Fqdn, certificate, at))
        : PoolRules.Check(signer, certificate, state.MemberCopies.GetValueOrDefault(signer.Fqdn, []), member) is [var missing, ..] ? ("", missing)
        : ($"{signer.Fqdn} signs with certificate {certificate.Thumbprint}", null);

    internal static SigningCertificate? SigningCertificateOf(TrustState state, Server signer, DateTimeOffset at) =>
        CertificateRules.Signing(state.Certificates.GetValueOrDefault(signer.Fqdn, CertificateSlots.Empty), signer.Product, at);

    private static bool Take(ImmutableArray<TraceStep>.Builder steps, string name, (string Detail, Fault? Fault) outcome)
    {
        steps.Add(new TraceStep(name, outcome.Fault is null, outcome.Fault?.Found ?? outcome.Detail, outcome.Fault));
        return outcome.Fault is null;
    }

    private static (string Detail, Fault? Fault) CheckQuestion(TrustState state, TrustQuestion question)
    {
        var fault = !state.Servers.ContainsKey(question.From) ? FaultCatalogue.CallServerUnknown("caller", question.From)
            : !state.Servers.ContainsKey(question.To) ? FaultCatalogue.CallServerUnknown("receiver", question.To)
            : question.From == question.To ? FaultCatalogue.CallToItself(question.From)
            : question.SipUri is { } user && !SipUris.IsValid(user) ? FaultCatalogue.CallUserMalformed(user)
            : null;
        return ($"{question.From} calls {question.To} {(question.SipUri is null ? "without a user" : "for " + question.SipUri)}", fault);
    }

    /// <summary>Lync finds Exchange by its autodiscover URL (domain.md 4.2, 8 row 14); the others are told where to call.</summary>
    private static (string Detail, Fault? Fault) CheckAutodiscover(TrustState state, Server caller, Server receiver)
    {
        if (caller.Product != ServerProduct.LyncServer || receiver.Product != ServerProduct.ExchangeServer)
        {
            return ("not needed: only Lync looks for Exchange", null);
        }

        if (state.OAuthConfigurations.GetValueOrDefault(caller.Fqdn)?.ExchangeAutodiscoverUrl is not { } url)
        {
            return ("", FaultCatalogue.AutodiscoverNotSet(caller.Fqdn));
        }

        var leadsThere = ReceiverNames.HostsOf(receiver, state).Contains(url.Host, StringComparer.OrdinalIgnoreCase)
            || (state.Servers.TryGetValue(url.Host, out var other) && other.Product == receiver.Product && other.Realm == receiver.Realm);
        return (url.ToString(), leadsThere ? null : FaultCatalogue.AutodiscoverElsewhere(caller.Fqdn, url, receiver.Fqdn));
    }

    /// <summary>The caller issues for itself where that is taken; else it turns to an authorization server that both sides use.</summary>
    private static PrincipalName? ChooseIssuer(TrustState state, Server caller, PrincipalName client, BearerChallenge challenge)
    {
        if (challenge.TrustedIssuers.Contains(client.ToString(), StringComparer.Ordinal))
        {
            return client;
        }

        var shared = state.AuthorizationServers.Values
            .Where(record => record.Server == caller.Fqdn && challenge.TrustedIssuers.Contains(record.Issuer, StringComparer.Ordinal))
            .OrderBy(record => record.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return PrincipalName.TryParse(shared?.Issuer, out var issuer) ? issuer : null;
    }

    private static (string Detail, Fault? Fault) CheckChallenge(
        TrustState state, Server receiver, PrincipalName client, BearerChallenge challenge, PrincipalName? issuer) => issuer is null
        ? ("", FaultCatalogue.CallerNotAmongTrustedIssuers(receiver.Fqdn, client.ToString(), challenge.TrustedIssuers, CauseOfDistrust(state, receiver, client)))
        : ($"trusted issuers contain {issuer}", null);

    private static string CauseOfDistrust(TrustState state, Server receiver, PrincipalName client)
    {
        var records = state.PartnerApplications.Values
            .Where(record => record.Server == receiver.Fqdn && record.ApplicationIdentifier == client.Application)
            .OrderBy(record => record.Name, StringComparer.Ordinal)
            .ToList();
        return records.Find(record => record.Issuer == client.ToString() && !record.Enabled) is { } disabled ? $"the partner application \"{disabled.Name}\" is disabled."
            : records.Find(record => record.Source is not PartnerSource.AuthorizationServer) is { } other ? $"the partner application \"{other.Name}\" is registered with issuer \"{other.Issuer}\"."
            : records.Count > 0 ? "it is registered behind an authorization server that the two do not share."
            : "the caller was never registered there.";
    }

    private static Server? TokenServerOf(TrustState state, PrincipalName issuer) => state.Servers.Values
        .FirstOrDefault(server => server.Product == ServerProduct.TokenServer && ReceiverNames.PrincipalOf(server, state) == issuer);

    private static TraceStep NoTokenServer(PrincipalName issuer)
    {
        var fault = FaultCatalogue.CallServerUnknown("authorization server", issuer.ToString());
        return new TraceStep(TrustEvaluator.TokenStep, false, fault.Found, fault);
    }

    private static UserIdentity? UserOf(TrustState state, TrustQuestion question) => question.SipUri is { } sip
        ? UserIdentity.Of(sip, state.Mailboxes.GetValueOrDefault(sip) ?? state.Mailboxes.GetValueOrDefault(sip.ToLowerInvariant()))
        : null;
}
