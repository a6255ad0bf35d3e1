using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Questions;

/// <summary>What is known of the two ends of a call.</summary>
/// <param name="From">Who calls.</param>
/// <param name="To">Who is called.</param>
/// <param name="State">What the rules look at.</param>
/// <param name="Signers">The certificates of whoever may sign.</param>
internal sealed record CallEnds(Server From, Server To, TrustState State, ImmutableArray<ServerSnapshot> Signers)
{
    /// <param name="question">The call.</param>
    /// <param name="signs">Whether a token is really signed where the key is at hand.</param>
    public TrustVerdict Explain(TrustQuestion question, bool signs)
    {
        var keys = new KnownKeys(Signers) { Signs = signs };
        var verdict = TrustEvaluator.Evaluate(State, question, keys.Find);
        return keys.Missing is { } fault
            ? new TrustVerdict(false, [.. verdict.Steps.TakeWhile(step => step.Name != CallSteps.Token), Unsigned(fault)])
            : verdict;
    }

    public CallOutcome Meet(TrustQuestion question)
    {
        var keys = new KnownKeys(Signers);
        var outcome = TrustEvaluator.Meet(State, question, keys.Find);
        return keys.Missing is { } fault ? outcome with { Token = Unsigned(fault), Judgement = null } : outcome;
    }

    private static TraceStep Unsigned(Fault fault) => new(CallSteps.Token, false, fault.Found, fault);

    /// <summary>The evaluator goes on where a private key is out of its reach; one that is known to be gone ends the call.</summary>
    private sealed class KnownKeys(ImmutableArray<ServerSnapshot> signers)
    {
        public Fault? Missing { get; private set; }

        public bool Signs { get; init; } = true;

        public CertificateWithKey? Find(SigningCertificate certificate)
        {
            if (signers.SelectMany(signer => signer.Certificates)
                .Any(stored => stored.Certificate.Thumbprint == certificate.Thumbprint && stored.HasPrivateKey is false))
            {
                Missing ??= FaultCatalogue.PrivateKeyMissing(certificate.Thumbprint);
            }

            return Signs
                ? signers.SelectMany(signer => signer.Keys).FirstOrDefault(key => key.Certificate.Thumbprint == certificate.Thumbprint)
                : null;
        }
    }
}
