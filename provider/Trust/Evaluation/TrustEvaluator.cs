using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>Answers whether a call would be accepted and, if not, which rule refuses it. A token is made by the caller's rules and judged by
/// the validator that receivers use; nothing is sent. The state may be a slice: the two servers and a token server between them, their
/// certificates and OAuth configurations, the records that the receiver keeps of the caller and the authorization servers that both keep, and
/// the mailboxes that the user's addresses name.</summary>
public static class TrustEvaluator
{
    private const string IssueStep = "token";

    /// <summary>Without private keys: the same stages judge the same token, whose signature names the certificate that would sign.</summary>
    public static TrustVerdict Evaluate(TrustState state, TrustQuestion question) => Evaluate(state, question, _ => null);

    /// <summary>With the private keys that <paramref name="findKey"/> has, the token is really signed and its signature really checked.</summary>
    public static TrustVerdict Evaluate(
        TrustState state, TrustQuestion question, Func<SigningCertificate, CertificateWithKey?> findKey, TokenValidationOptions? options = null)
    {
        var plan = CallPlanner.Plan(state, question);
        if (plan.Call is not { } call)
        {
            return new TrustVerdict(false, plan.Steps);
        }

        var (token, verifier) = Issue(call, findKey(call.Certificate));
        var validator = new TokenValidator(options ?? TokenValidationOptions.Default, verifier);
        var validation = validator.Validate(new TokenValidationRequest(token, call.Receiver, state, question.At));
        var issued = new TraceStep(IssueStep, true, $"issued by {call.Token.Issuer} for {call.Token.Audience}");
        return new TrustVerdict(validation.Accepted, [.. plan.Steps, issued, .. validation.Steps]);
    }

    private static (string Token, ISignatureVerifier Verifier) Issue(PlannedCall call, CertificateWithKey? key)
    {
        if (key is null)
        {
            return (call.Issue(DescribedSignature.SignerOf(call.Certificate)), DescribedSignature.Verifier);
        }

        using var signer = new RsaTokenSigner(key);
        return (call.Issue(signer), RsaSignatureVerifier.Shared);
    }
}
