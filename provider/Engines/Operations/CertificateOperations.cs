using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Operations;

/// <summary>Which certificates sign for a server.</summary>
internal sealed class CertificateOperations(ITrustStore store, ServerDirectory servers, TimeProvider time, Func<int, RSA> makeKey)
{
    public Task<CertificateBindingRecord?> FindAsync(string fqdn, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => FindRecord(session, server), cancellationToken);
    }

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
    public Task<CertificateBindingRecord> RetirePreviousAsync(string fqdn, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.WriteAsync(
            session =>
            {
                var slots = RetirementRules.Retire(session.Certificates.FindSlots(server.Fqdn), server, time.GetUtcNow());
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
        CertificateSource.Imported imported => CertificateReader.ReadPfxOrPem(imported.Content.AsSpan(), imported.Password),
        CertificateSource.Generated wanted =>
            CertificateGenerator.SelfSigned(wanted.Subject, wanted.KeySize, wanted.ValidityDays, time.GetUtcNow(), makeKey),
        _ => null,
    };

    private static SigningCertificate FindStored(IStoreSession session, Server server, CertificateSource source)
    {
        var thumbprint = ((CertificateSource.Stored)source).Thumbprint;
        var found = session.Certificates.Find(server.Fqdn, thumbprint)
            ?? throw new FaultException(FaultCatalogue.MissingOnServer(thumbprint, server.Fqdn));
        return found.HasPrivateKey ? found.Certificate : throw new FaultException(FaultCatalogue.PrivateKeyMissing(thumbprint));
    }

    private CertificateBindingRecord? FindRecord(IStoreSession session, Server server)
    {
        var slots = CertificateRules.At(session.Certificates.FindSlots(server.Fqdn), server.Product, time.GetUtcNow());
        return slots == CertificateSlots.Empty ? null : RecordOf(session, server, slots);
    }

    /// <summary>What is bound to a pool is carried to its members by the product (domain.md 2.1, 2.2 rule 1), key included.</summary>
    private static void Distribute(IStoreSession session, Server server, CertificateSlots slots)
    {
        var lacking = Lacking(session, server, slots).ToList();
        if (lacking.Count == 0)
        {
            return;
        }

        var unreached = session.Certificates.FindUnreached(server.Fqdn);
        foreach (var (member, thumbprint, _) in lacking)
        {
            var stored = session.Certificates.Find(server.Fqdn, thumbprint)!;
            if (PoolRules.Distribute(new CertificateCopy(server.Fqdn, thumbprint, stored.HasPrivateKey, stored.Exportable)) is { } fault)
            {
                throw new FaultException(fault);
            }

            if (unreached != ICertificateTable.EveryMember && unreached != member)
            {
                session.Certificates.Replicate(server.Fqdn, member, thumbprint);
            }
        }
    }

    private static CertificateBindingRecord RecordOf(IStoreSession session, Server server, CertificateSlots slots)
    {
        var newest = slots.Next ?? slots.Current;
        var generated = newest is not null && session.Certificates.Find(server.Fqdn, newest.Thumbprint) is { Generated: true };
        return new CertificateBindingRecord(server.Fqdn, slots, generated) { MemberFaults = [.. Lacking(session, server, slots)] };
    }

    /// <summary>The members that cannot sign with what is bound, or staged.</summary>
    private static IEnumerable<MemberFault> Lacking(IStoreSession session, Server server, CertificateSlots slots)
    {
        if (server.Members.IsEmpty)
        {
            return [];
        }

        SigningCertificate?[] signers = [slots.Current, slots.Next];
        ImmutableArray<CertificateCopy> copies = [.. session.Certificates.ListCopies(server.Fqdn)];
        return
            from signer in signers.OfType<SigningCertificate>()
            from member in server.Members
            from fault in PoolRules.Check(server, signer, copies, member)
            select new MemberFault(member, signer.Thumbprint, fault);
    }
}
