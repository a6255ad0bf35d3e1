using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>Answers whether a call would be accepted and, if not, which rule refuses it. A token is made by the caller's rules and judged by
/// the validator that receivers use; nothing is sent. The state may be a slice: the two servers and an authorization server between them,
/// their certificates and OAuth configurations, the records that caller and receiver keep of one another and the authorization server of
/// the caller, the authorization servers that both sides keep, and the mailboxes that the user's addresses name.</summary>
public static class TrustEvaluator
{
    /// <summary>Without private keys: the same stages judge the same token, whose signature names the certificate that would sign.</summary>
    public static TrustVerdict Evaluate(TrustState state, TrustQuestion question) => Evaluate(state, question, _ => null);

    /// <summary>With the private keys that <paramref name="findKey"/> has, the token is really signed and its signature really checked.</summary>
    public static TrustVerdict Evaluate(
        TrustState state, TrustQuestion question, Func<SigningCertificate, CertificateWithKey?> findKey, TokenValidationOptions? options = null)
    {
        var plan = CallPlanner.Plan(state, question);
        if (plan.Call is not { } call)
        {
            return new TrustVerdict(plan.Steps.All(step => step.Succeeded), plan.Steps);
        }

        var (issued, validation) = Present(new Judge(state, question.At, findKey, options ?? TokenValidationOptions.Default), call);
        return validation is null
            ? new TrustVerdict(issued.Succeeded, plan.Steps.Add(issued))
            : new TrustVerdict(validation.Accepted, [.. plan.Steps, issued, .. validation.Steps]);
    }

    /// <summary>What the caller meets at one place to which it has found its way: the same rules, in the parts in which it calls.</summary>
    public static CallOutcome Meet(TrustState state, TrustQuestion question, Func<SigningCertificate, CertificateWithKey?> findKey)
    {
        var side = new CallerSide(state, question, state.Servers[question.From], state.Servers[question.To]);
        if (side.Silence is { } silence)
        {
            return new CallOutcome(Failed(CallSteps.Challenge, silence), null, null);
        }

        var challenge = side.Challenge;
        var issuers = challenge.TrustedIssuers.IsEmpty ? "none" : string.Join(", ", challenge.TrustedIssuers);
        var asked = new TraceStep(CallSteps.Challenge, true, $"client id {challenge.ClientId}, trusted issuers {issuers}");
        if (side.Distrust is { } distrust)
        {
            return new CallOutcome(asked, Failed(CallSteps.Token, distrust), null);
        }

        if ((side.UnseenIssuers ?? side.UnseenSigner) is { } unseen)
        {
            return new CallOutcome(asked, new TraceStep(CallSteps.Token, true, unseen) { IsOpen = true }, null);
        }

        if (side.Signer.Fault is { } fault)
        {
            return new CallOutcome(asked, Failed(CallSteps.Token, fault), null);
        }

        if (side is { Shared: { } unknown, AuthorizationServer: null })
        {
            var open = $"whether {unknown.Issuer}, which is not a configured server, issues a token is not known here";
            return new CallOutcome(asked, new TraceStep(CallSteps.Token, true, open) { IsOpen = true }, null) { Shared = unknown };
        }

        var (issued, validation) = Present(new Judge(state, question.At, findKey, TokenValidationOptions.Default), side.Call);
        return new CallOutcome(asked, issued, validation) { Shared = side.Shared };
    }

    /// <summary>Whether the caller gets a token for a host of which nothing is known but its challenge.</summary>
    public static TraceStep IssueOutside(TrustState state, TrustQuestion question, BearerChallenge challenge)
    {
        var caller = state.Servers[question.From];
        var (client, certificate) = (ReceiverNames.PrincipalOf(caller, state), CallPlanner.SigningCertificateOf(state, caller, question.At));
        var shared = IssuerRules.TakesOwn(challenge, client) ? null : IssuerRules.Shared(challenge, caller, state.AuthorizationServers.Values);
        var isDistrusted = !IssuerRules.TakesOwn(challenge, client) && shared is null && !challenge.IsFull;
        var fault = isDistrusted
            ? IssuerRules.Distrust(question.Host ?? question.To, challenge, client)
            : CallPlanner.CheckSigner(state, caller, certificate, question.At, question.Member).Fault;
        return fault is not null ? Failed(CallSteps.Token, fault) : new TraceStep(CallSteps.Token, true, $"issued by {shared?.Issuer ?? client.ToString()}");
    }

    private static (TraceStep Issued, TokenValidation? Validation) Present(Judge judge, PlannedCall call)
    {
        var certificate = call.AuthorizationServer is { } authorizationServer
            ? CallPlanner.SigningCertificateOf(judge.State, authorizationServer, judge.At)
            : call.Certificate;
        var issued = Issue(judge, call, certificate);
        return (issued, issued.Succeeded && certificate is not null ? judge.Ask(certificate, call.Issue, call.Receiver) : null);
    }

    private static TraceStep Failed(string step, Fault fault) => new(step, false, fault.Found, fault);

    /// <summary>An authorization server issues when it can sign and when it accepts the token by which the caller proves itself.</summary>
    private static TraceStep Issue(Judge judge, PlannedCall call, SigningCertificate? certificate)
    {
        var issued = new TraceStep(CallSteps.Token, true, $"issued by {call.Token.Issuer} for {call.Token.Audience}");
        if (call.AuthorizationServer is not { } authorizationServer)
        {
            return issued;
        }

        if ((CallPlanner.UnseenSigner(judge.State, authorizationServer, certificate, judge.At)
            ?? UnseenClients(judge.State, authorizationServer, call.Caller)) is { } unseen)
        {
            return issued with { Detail = unseen, IsOpen = true };
        }

        if (CallPlanner.CheckSigner(judge.State, authorizationServer, certificate, judge.At).Fault is { } fault)
        {
            return Failed(CallSteps.Token, fault);
        }

        var assertion = judge.Ask(call.Certificate, call.IssueAssertion, authorizationServer);
        return assertion.Refusal is { } refusal
            ? new TraceStep(CallSteps.Token, false, $"{assertion.Steps[^1].Name} at the authorization server: {refusal.Found}", refusal)
            : assertion.Open is { } open ? issued with { Detail = open.Detail, IsOpen = true }
            : issued;
    }

    private static string? UnseenClients(TrustState state, Server authorizationServer, Server caller) =>
        state.Unseen.Contains((authorizationServer.Fqdn, TrustPart.Records))
            ? $"whether {authorizationServer.Fqdn} issues tokens for {caller.Fqdn} is not known here"
            : null;

    /// <summary>Has a token signed, for real where the key is at hand, and validated accordingly.</summary>
    private sealed record Judge(
        TrustState State, DateTimeOffset At, Func<SigningCertificate, CertificateWithKey?> FindKey, TokenValidationOptions Options)
    {
        public TokenValidation Ask(SigningCertificate certificate, Func<ITokenSigner, string> issue, Server receiver)
        {
            if (FindKey(certificate) is not { } key)
            {
                return Validate(issue(DescribedSignature.SignerOf(certificate)), receiver, DescribedSignature.Verifier);
            }

            using var signer = new RsaTokenSigner(key);
            return Validate(issue(signer), receiver, RsaSignatureVerifier.Shared);
        }

        private TokenValidation Validate(string token, Server receiver, ISignatureVerifier verifier) =>
            new TokenValidator(Options, verifier).Validate(new TokenValidationRequest(token, receiver, State, At));
    }
}
