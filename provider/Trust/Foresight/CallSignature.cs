using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Foresight;

/// <summary>A signature on the way of a call.</summary>
/// <param name="Signer">Who signs: the caller, or the authorization server.</param>
/// <param name="Judge">Who checks it: the authorization server, or the receiver.</param>
internal sealed record CallSignature(Server Signer, Server Judge)
{
    /// <summary>One where the caller issues for itself; two where an authorization server issues for it (domain.md 1.1).</summary>
    public static ImmutableArray<CallSignature> Of(TrustState state, Server from, Server to) =>
        AuthorizationServerBetween(state, from, to) is { } between
            ? [new CallSignature(from, between), new CallSignature(between, to)]
            : [new CallSignature(from, to)];

    /// <summary>Null where the caller issues for itself, and where nobody can issue.</summary>
    public static Server? AuthorizationServerBetween(TrustState state, Server from, Server to) =>
        new CallerSide(state, new TrustQuestion(from.Fqdn, to.Fqdn, null, default), from, to).AuthorizationServer;

    public CertificateSlots SlotsIn(TrustState state) => state.Certificates.GetValueOrDefault(Signer.Fqdn, CertificateSlots.Empty);

    /// <summary>The certificate as the judge's records have it, in each of them that shows its keys.</summary>
    public IEnumerable<SigningCertificate> CopiesIn(TrustState state, SigningCertificate certificate) =>
        state.PartnerApplications.Values.Where(record => record.Server == Judge.Fqdn).Select(record => record.TrustedKeys)
            .Concat(state.AuthorizationServers.Values.Where(record => record.Server == Judge.Fqdn).Select(record => record.TrustedKeys))
            .SelectMany(keys => keys ?? [])
            .Where(key => key.Thumbprint == certificate.Thumbprint);
}
