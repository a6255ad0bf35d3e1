using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>Which certificates sign for a server.</summary>
internal sealed class CertificateOperations(ITrustStore store, ServerDirectory servers, TimeProvider time, CertificateMaker maker)
{
    public Task<CertificateBindingRecord> BindAsync(BindCertificate request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var brought = Obtain(request.Source);
        return store.WriteAsync(
            session =>
            {
                var certificate = brought?.Certificate ?? FindStored(session, server, request.Source);
                var slots = CertificateRules.Bind(
                    session.Certificates.FindSlots(server.Fqdn), certificate, server.Product, time.GetUtcNow(), request.EffectiveDate);
                if (brought is not null)
                {
                    session.Certificates.Add(server.Fqdn, brought, request.Source is CertificateSource.Generated);
                }

                session.Certificates.SaveSlots(server.Fqdn, slots);
                Distribute(session, server, slots);
                return RecordOf(session, server, slots);
            },
            cancellationToken);
    }

    /// <summary>Refused while a token that the previous certificate signed may still be valid.</summary>
    public Task<CertificateBindingRecord> RetirePreviousAsync(RetirePreviousCertificate request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        return store.WriteAsync(
            session =>
            {
                var known = session.Certificates.FindSlots(server.Fqdn);
                var slots = RetirementRules.Retire(
                    known with { CurrentSince = known.CurrentSince ?? request.CurrentSince }, server, time.GetUtcNow());
                session.Certificates.SaveSlots(server.Fqdn, slots);
                return RecordOf(session, server, slots);
            },
            cancellationToken);
    }

    public Task UnbindAsync(string fqdn, CancellationToken cancellationToken) =>
        ChangeAsync(servers.Require(fqdn), _ => CertificateSlots.Empty, cancellationToken);

    /// <summary>Applies a rule to the slots as they are now, promotions that have fallen due included.</summary>
    public Task<CertificateSlots> ChangeAsync(
        Server server, Func<CertificateSlots, CertificateSlots> change, CancellationToken cancellationToken) =>
        store.WriteAsync(
            session =>
            {
                var slots = change(CertificateRules.At(session.Certificates.FindSlots(server.Fqdn), server.Product, time.GetUtcNow()));
                session.Certificates.SaveSlots(server.Fqdn, slots);
                return slots;
            },
            cancellationToken);

    /// <summary>Outside the transaction: making a key takes long. Null for a certificate that the server has already.</summary>
    private CertificateWithKey? Obtain(CertificateSource source) => source switch
    {
        CertificateSource.Imported imported => imported.Open(),
        CertificateSource.Generated wanted => maker.Make(wanted, time.GetUtcNow()),
        _ => null,
    };

    private static SigningCertificate FindStored(IStoreSession session, Server server, CertificateSource source)
    {
        var thumbprint = ((CertificateSource.Stored)source).Thumbprint;
        var found = session.Certificates.Find(server.Fqdn, thumbprint)
            ?? throw new FaultException(FaultCatalogue.MissingOnServer(thumbprint, server.Fqdn));
        return found.HasPrivateKey is not false ? found.Certificate : throw new FaultException(FaultCatalogue.PrivateKeyMissing(thumbprint));
    }

    /// <summary>What is bound to a pool is carried to its members by the product (domain.md 2.1, 2.2 rule 1), key included.</summary>
    internal static void Distribute(IStoreSession session, Server server, CertificateSlots slots)
    {
        var lacking = Lacking(session, server, slots);
        if (lacking.IsEmpty)
        {
            return;
        }

        var unreached = session.Certificates.FindUnreached(server.Fqdn);
        foreach (var (member, thumbprint, _) in lacking)
        {
            var stored = session.Certificates.Find(server.Fqdn, thumbprint)!;
            var original = new CertificateCopy(server.Fqdn, thumbprint, stored.HasPrivateKey is not false, stored.Exportable is not false);
            if (PoolRules.Distribute(original) is { } fault)
            {
                throw new FaultException(fault);
            }

            if (unreached != ServerSnapshot.EveryMember && unreached != member)
            {
                session.Certificates.Replicate(server.Fqdn, member, thumbprint);
            }
        }
    }

    private static CertificateBindingRecord RecordOf(IStoreSession session, Server server, CertificateSlots slots)
    {
        var newest = slots.Next ?? slots.Current;
        var stored = newest is null ? null : session.Certificates.Find(server.Fqdn, newest.Thumbprint);
        return CertificateBindingRecord.Of(slots, server, stored is null ? [] : [stored], [.. session.Certificates.ListCopies(server.Fqdn)]);
    }

    private static ImmutableArray<MemberFault> Lacking(IStoreSession session, Server server, CertificateSlots slots) =>
        server.Members.IsEmpty ? [] : MemberFault.Of(server, slots, [.. session.Certificates.ListCopies(server.Fqdn)]);
}
