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
        if (UnseenAutodiscover(state, caller, receiver) is { } unseen)
        {
            steps.Add(Open(CallSteps.Autodiscover, unseen));
        }
        else if (!Take(steps, CallSteps.Autodiscover, CheckAutodiscover(state, caller, receiver)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        var side = new CallerSide(state, question, caller, receiver);
        if (side is { Silence: null, UnseenIssuers: { } issuers })
        {
            return new CallPlan(steps.ToImmutable().Add(Open(CallSteps.Challenge, issuers)), null);
        }

        if (!Take(steps, CallSteps.Challenge, CheckChallenge(side)))
        {
            return new CallPlan(steps.ToImmutable(), null);
        }

        if (side.UnseenSigner is { } signer)
        {
            return new CallPlan(steps.ToImmutable().Add(Open(CallSteps.Certificate, signer)), null);
        }

        if (!Take(steps, CallSteps.Certificate, side.Signer))
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

    /// <summary>Why it cannot be told whether a server can sign; null when it can. What is staged without a known date may sign by the time at which
    /// what signs now does not any more.</summary>
    internal static string? UnseenSigner(TrustState state, Server signer, SigningCertificate? certificate, DateTimeOffset at)
    {
        var isUnseen = certificate is null && state.Unseen.Contains((signer.Fqdn, TrustPart.Certificates));
        var isUndated = certificate?.IsValidAt(at) is not true
            && state.Certificates.GetValueOrDefault(signer.Fqdn) is { Next: not null, NextEffectiveDate: null };
        return isUnseen || isUndated ? $"what {signer.Fqdn} signs with is not known here" : null;
    }

    internal static SigningCertificate? SigningCertificateOf(TrustState state, Server signer, DateTimeOffset at) =>
        CertificateRules.Signing(state.Certificates.GetValueOrDefault(signer.Fqdn, CertificateSlots.Empty), signer.Product, at);

    /// <summary>Whether whoever is sent to the URL comes to the receiver, or to another server of its organization.</summary>
    internal static bool LeadsTo(TrustState state, Server receiver, Uri url) =>
        ReceiverNames.HostsOf(receiver, state).Contains(url.Host, StringComparer.OrdinalIgnoreCase)
        || state.Servers.Values.Any(other => other.Product == receiver.Product && other.Realm == receiver.Realm
            && ReceiverNames.HostsOf(other, state).Contains(url.Host, StringComparer.OrdinalIgnoreCase));

    /// <summary>The same for all servers of a product at once: in which realms a URL's host leads to one.</summary>
    internal static ILookup<string, string> RealmsByHost(TrustState state, IEnumerable<Server> servers) => servers
        .SelectMany(server => ReceiverNames.HostsOf(server, state).Select(host => (Host: host, server.Realm)))
        .ToLookup(at => at.Host, at => at.Realm, StringComparer.OrdinalIgnoreCase);

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

    private static string? UnseenAutodiscover(TrustState state, Server caller, Server receiver) =>
        AutodiscoverRules.IsAsked(caller.Product, receiver.Product) && state.Unseen.Contains((caller.Fqdn, TrustPart.Settings))
        && state.OAuthConfigurations.GetValueOrDefault(caller.Fqdn)?.ExchangeAutodiscoverUrl is null
            ? $"where {caller.Fqdn} looks for Exchange is not known here"
            : null;

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

    private static TraceStep Open(string step, string detail) => new(step, true, detail) { IsOpen = true };

    private static TraceStep NoAuthorizationServer(PrincipalName issuer)
    {
        var fault = FaultCatalogue.CallServerUnknown("authorization server", issuer.ToString());
        return new TraceStep(CallSteps.Token, false, fault.Found, fault);
    }
}
