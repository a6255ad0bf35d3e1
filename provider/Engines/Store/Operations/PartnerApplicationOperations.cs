using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>What each server keeps about its partners. The partner's document is fetched before the transaction, so that a partner that
/// answers slowly holds nobody up, and one that can't be read leaves the record as it was.</summary>
internal sealed class PartnerApplicationOperations(
    ITrustStore store, ServerDirectory servers, IMetadataSource metadata, TimeProvider time)
{
    private const string Kind = "partner application";

    public async Task<PartnerApplication> SaveAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var draft = DraftOf(servers.Require(request.Server), request);
        var document = await ReadSourceAsync(request.Source, progress, cancellationToken);
        return await store.WriteAsync(
            session => Save(session, request.Guard, draft with { OwnKeys = session.Certificates.FindSlots(draft.Server.Fqdn).All }, document),
            cancellationToken);
    }

    public Task RemoveAsync(RemoveRecord request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        return store.WriteAsync(
            session =>
            {
                if (session.PartnerApplications.Find(server.Fqdn, request.Name) is { } existing)
                {
                    RequireOf(existing, request.Identity);
                    session.PartnerApplications.Remove(server.Fqdn, existing.Name);
                }

                return true;
            },
            cancellationToken);
    }

    private async Task<AuthMetadataDocument?> ReadSourceAsync(
        PartnerSource source, IProgress<string> progress, CancellationToken cancellationToken) =>
        source is PartnerSource.Metadata published
            ? await metadata.FetchAsync(new FetchMetadata(published.Url, published.TrustAnySslCertificate), progress, cancellationToken)
            : null;

    private PartnerApplication Save(
        IStoreSession session, RecordGuard guard, PartnerApplicationDraft draft, AuthMetadataDocument? document) =>
        guard is RecordGuard.Known known
            ? Rewrite(session, Require(session, draft, known.Identity), draft, document)
            : Create(session, draft, document, (RecordGuard.New)guard);

    private PartnerApplication Create(
        IStoreSession session, PartnerApplicationDraft draft, AuthMetadataDocument? document, RecordGuard.New guard)
    {
        var siblings = SiblingsOf(session, draft, document);
        if (siblings.FirstOrDefault(record => guard.Adopts(record.Name) && PartnerApplicationRules.IsSame(record, draft, document)) is { } own)
        {
            session.PartnerApplications.Remove(draft.Server.Fqdn, own.Name);
        }
        else if (guard.InPlaceOf is { } name && session.PartnerApplications.Find(draft.Server.Fqdn, name) is { } predecessor
            && (IsNamed(predecessor.Name, draft.Name) || siblings.Contains(predecessor)))
        {
            session.PartnerApplications.Remove(draft.Server.Fqdn, predecessor.Name);
        }

        return session.PartnerApplications.Find(draft.Server.Fqdn, draft.Name) is { } existing
            ? throw new FaultException(FaultCatalogue.NameTaken($"a {Kind}", draft.Server.Fqdn, existing.Name, draft.Name))
            : Save(session, PartnerApplicationRules.Register(draft, document, SiblingsOf(session, draft, document), time.GetUtcNow()));
    }

    private static PartnerApplication Require(IStoreSession session, PartnerApplicationDraft draft, PartnerIdentity? identity)
    {
        var existing = session.PartnerApplications.Find(draft.Server.Fqdn, draft.Name)
            ?? throw new FaultException(FaultCatalogue.RecordGone(Kind, draft.Server.Fqdn, draft.Name));
        RequireOf(existing, identity);
        return existing;
    }

    private static void RequireOf(PartnerApplication existing, PartnerIdentity? identity)
    {
        if (identity is not null && !identity.SamePartnerAs(PartnerIdentity.Of(existing)))
        {
            throw new FaultException(
                FaultCatalogue.RecordOfAnother(Kind, existing.Server, existing.Name, PartnerIdentity.Of(existing), identity));
        }
    }

    private PartnerApplication Rewrite(
        IStoreSession session, PartnerApplication existing, PartnerApplicationDraft draft, AuthMetadataDocument? document)
    {
        var kept = draft with { Name = existing.Name };
        return Save(session, PartnerApplicationRules.Update(existing, kept, document, SiblingsOf(session, kept, document), time.GetUtcNow()));
    }

    private static PartnerApplication Save(IStoreSession session, PartnerApplication record)
    {
        session.PartnerApplications.Save(record);
        return record;
    }

    private static IReadOnlyList<PartnerApplication> SiblingsOf(
        IStoreSession session, PartnerApplicationDraft draft, AuthMetadataDocument? document) =>
        session.PartnerApplications.FindByIdentifier(draft.Server.Fqdn, PartnerApplicationRules.IdentifierOf(draft, document));

    private static bool IsNamed(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static PartnerApplicationDraft DraftOf(Server server, SavePartnerApplication request) => new(
        server,
        request.Name,
        request.Source,
        request.TrustLevel,
        request.Enabled,
        request.AcceptSecurityIdentifierInformation,
        request.LinkedAccount)
    {
        IsTrustBroker = request.IsTrustBroker,
    };
}
