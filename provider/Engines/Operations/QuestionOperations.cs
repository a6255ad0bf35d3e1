using PartnerTrust.Engines.Store;
using PartnerTrust.Trust;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Operations;

/// <summary>Questions about the trust, answered by the rules from one consistent slice of it.</summary>
internal sealed class QuestionOperations(ITrustStore store, ServerDirectory servers, TimeProvider time)
{
    private readonly StateSlices slices = new(servers);

    public Task<TrustVerdict> ExplainAsync(TrustQuestion question, CancellationToken cancellationToken)
    {
        var from = servers.Require(question.From);
        var to = servers.Require(question.To);
        var exact = question with { From = from.Fqdn, To = to.Fqdn };
        return store.ReadAsync(session => Explain(session, slices.Call(session, from, to, question.SipUri), exact), cancellationToken);
    }

    public Task<RolloverPlan> PlanAsync(string fqdn, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(
            session => RolloverPlanner.Plan(slices.Consumers(session, server), server.Fqdn, time.GetUtcNow()), cancellationToken);
    }

    private TrustVerdict Explain(IStoreSession session, TrustState state, TrustQuestion question)
    {
        Thumbprint? keyless = null;
        var signers = servers.Servers.Where(server => server.Product == ServerProduct.TokenServer).Select(server => server.Fqdn).Prepend(question.From).ToList();
        var verdict = TrustEvaluator.Evaluate(state, question, certificate =>
        {
            keyless = signers.Any(signer => session.Certificates.Find(signer, certificate.Thumbprint) is { HasPrivateKey: false })
                ? certificate.Thumbprint
                : null;
            return signers.Select(signer => session.Certificates.FindWithKey(signer, certificate.Thumbprint)).FirstOrDefault(key => key is not null);
        });
        return keyless is { } thumbprint ? Unsigned(verdict, FaultCatalogue.PrivateKeyMissing(thumbprint)) : verdict;
    }

    /// <summary>The evaluator goes on where a private key is out of its reach; one that is known to be gone ends the call.</summary>
    private static TrustVerdict Unsigned(TrustVerdict verdict, Fault fault) => new(
        false,
        [.. verdict.Steps.TakeWhile(step => step.Name != CallSteps.Token), new TraceStep(CallSteps.Token, false, fault.Found, fault)]);
}
