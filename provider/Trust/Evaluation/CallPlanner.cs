using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>The caller's side of a call (domain.md 0, 5.5, 5.6): find the receiver, read its challenge, see who can issue a token that it takes,
/// and sign.</summary>
public static class CallPlanner
{
    public static CallPlan Plan(TrustState state, TrustQuestion question)
    {
        var steps = ImmutableArray.CreateBuilder<TraceStep>(5);
        if (!Take(steps, CallSteps.Question, CheckQuestion(state, question)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        var caller = state.Servers[question.From];
        var receiver = state.Servers[question.To];
        if (!Take(steps, CallSteps.Autodiscover, CheckAutodiscover(state, caller, receiver)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        var side = new CallerSide(state, question, caller, receiver);
        if (!Take(steps, CallSteps.Challenge, CheckChallenge(side)) || !Take(steps, CallSteps.Certificate, side.Signer))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        return side.Shared is null || side.AuthorizationServer is not null
            ? new CallPlan(steps.ToImmutable(), side.Call)
            : new CallPlan(steps.ToImmutable().Add(NoAuthorizationServer(side.Issuer!.Value)), null);
    }

    /// <summary>The certificate that a server signs with at a time, or why it, or one of its members, can't.</summary>
    internal static (string Detail, Fault? Fault) CheckSigner(
        TrustState state, Server signer, SigningCertificate? certificate, DateTimeOffset at, string? member = null) =>
        CallRules.CheckSigner(signer, certificate, at, state.MemberCopies.GetValueOrDefault(signer.Fqdn, []), member) is { } fault
            ? ("", fault)
            : ($"{signer.Fqdn} signs with certificate {certificate!.Thumbprint}", null);

    internal static SigningCertificate? SigningCertificateOf(TrustState state, Server signer, DateTimeOffset at) =>
        CertificateRules.Signing(state.Certificates.GetValueOrDefault(signer.Fqdn, CertificateSlots.Empty), signer.Product, at);

    /// <summary>Whether whoever is sent to the URL comes to the receiver, or to another server of its organization.</summary>
    internal static bool LeadsTo(TrustState state, Server receiver, Uri url) =>
        ReceiverNames.HostsOf(receiver, state).Contains(url.Host, StringComparer.OrdinalIgnoreCase)
        || state.Servers.Values.Any(other => other.Product == receiver.Product && other.Realm == receiver.Realm
            && ReceiverNames.HostsOf(other, state).Contains(url.Host, StringComparer.OrdinalIgnoreCase));

    private static bool Take(ImmutableArray<TraceStep>.Builder steps, string name, (string Detail, Fault? Fault) outcome)
    {
        steps.Add(new TraceStep(name, outcome.Fault is null, outcome.Fault?.Found ?? outcome.Detail, outcome.Fault));
        return outcome.Fault is null;
    }

    private static (string Detail, Fault? Fault) CheckQuestion(TrustState state, TrustQuestion question)
    {
        var (caller, receiver) = (state.Servers.GetValueOrDefault(question.From), state.Servers.GetValueOrDefault(question.To));
        return (
            $"{question.From} calls {question.To} {(question.SipUri is null ? "without a user" : "for " + question.SipUri)}",
            CallRules.Objection(question.From, caller, question.To, receiver, question.SipUri));
    }

    private static (string Detail, Fault? Fault) CheckAutodiscover(TrustState state, Server caller, Server receiver)
    {
        if (!AutodiscoverRules.IsAsked(caller.Product, receiver.Product))
        {
            return ("not needed: only Lync looks for Exchange", null);
        }

        var url = state.OAuthConfigurations.GetValueOrDefault(caller.Fqdn)?.ExchangeAutodiscoverUrl;
        return AutodiscoverRules.CheckUrl(caller, url) is { } fault ? ("", fault)
            : LeadsTo(state, receiver, url!) ? (url!.ToString(), null)
            : ("", FaultCatalogue.AutodiscoverElsewhere(caller.Fqdn, url!, receiver.Fqdn));
    }

    private static (string Detail, Fault? Fault) CheckChallenge(CallerSide side) =>
        (side.Silence ?? side.Distrust) is { } fault ? ("", fault) : ($"trusted issuers contain {side.Issuer}", null);

    private static TraceStep NoAuthorizationServer(PrincipalName issuer)
    {
        var fault = FaultCatalogue.CallServerUnknown("authorization server", issuer.ToString());
        return new TraceStep(CallSteps.Token, false, fault.Found, fault);
    }
}
