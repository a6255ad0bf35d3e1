using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
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
        return store.ReadAsync(
            session => TrustEvaluator.Evaluate(
                slices.Call(session, from, to, question.SipUri), exact, certificate => FindKey(session, from, certificate.Thumbprint)),
            cancellationToken);
    }

    public Task<RolloverPlan> PlanAsync(string fqdn, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(
            session => RolloverPlanner.Plan(slices.Consumers(session, server), server.Fqdn, time.GetUtcNow()), cancellationToken);
    }

    private CertificateWithKey? FindKey(IStoreSession session, Server caller, Thumbprint thumbprint) =>
        servers.Servers.Where(server => server.Product == ServerProduct.TokenServer).Prepend(caller)
            .Select(signer => session.Certificates.FindWithKey(signer.Fqdn, thumbprint))
            .FirstOrDefault(key => key is not null);
}
