using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What each kind of request looks at, and what it means on a server. Whether it is allowed, and what is to be there, the operations of
/// a store decide.</summary>
internal sealed class IntendedWrites(WriteTools tools)
{
    public IntendedWrite<CertificateBindingRecord> Bind(BindCertificate request)
    {
        var server = tools.Servers.Require(request.Server);
        var query = CertificatesOf(server) with { Certificates = [.. Named(request.Source)] };
        return new IntendedWrite<CertificateBindingRecord>(query, async (copy, cancellationToken) =>
        {
            var bound = await copy.Operations.Certificates.BindAsync(request, cancellationToken);
            var newest = (bound.Slots.Next ?? bound.Slots.Current)!;
            var brought = await copy.FindBroughtAsync(newest.Thumbprint, cancellationToken) is { } withKey
                ? CertificateToImport.Wrap(withKey, OneTimePassword.Make())
                : null;
            return new Intention<CertificateBindingRecord>(
                new ServerChange.Certificates(bound.Slots, brought), sight => Seen(sight, server, bound));
        });
    }

    public IntendedWrite<CertificateBindingRecord> RetirePrevious(RetirePreviousCertificate request)
    {
        var server = tools.Servers.Require(request.Server);
        return new IntendedWrite<CertificateBindingRecord>(CertificatesOf(server), async (copy, cancellationToken) =>
        {
            var bound = await copy.Operations.Certificates.RetirePreviousAsync(request, cancellationToken);
            return new Intention<CertificateBindingRecord>(
                new ServerChange.Certificates(bound.Slots, null), sight => Seen(sight, server, bound));
        });
    }

    public IntendedWrite<CertificateBindingRecord> Unbind(string fqdn)
    {
        var server = tools.Servers.Require(fqdn);
        return new IntendedWrite<CertificateBindingRecord>(CertificatesOf(server), async (copy, cancellationToken) =>
        {
            await copy.Operations.Certificates.UnbindAsync(fqdn, cancellationToken);
            return new Intention<CertificateBindingRecord>(
                new ServerChange.Certificates(CertificateSlots.Empty, null),
                sight => CertificateBindingRecord.Of(sight.Snapshot, server, tools.Time.GetUtcNow()))
            {
                Removes = true,
            };
        });
    }

    public IntendedWrite<PartnerApplication> Save(SavePartnerApplication request, IProgress<string> progress) => OfPartner(
        request.Server,
        (copy, cancellationToken) => copy.Operations.PartnerApplications.SaveAsync(request, progress, cancellationToken)!);

    public IntendedWrite<PartnerApplication> RemovePartner(RemoveRecord request) => OfPartner(
        request.Server,
        async (copy, cancellationToken) =>
        {
            await copy.Operations.PartnerApplications.RemoveAsync(request, cancellationToken);
            return null;
        });

    public IntendedWrite<AuthorizationServer> Save(SaveAuthorizationServer request, IProgress<string> progress) => OfAuthorizationServer(
        request.Server,
        (copy, cancellationToken) => copy.Operations.AuthorizationServers.SaveAsync(request, progress, cancellationToken)!);

    public IntendedWrite<AuthorizationServer> RemoveAuthorizationServer(RemoveRecord request) => OfAuthorizationServer(
        request.Server,
        async (copy, cancellationToken) =>
        {
            await copy.Operations.AuthorizationServers.RemoveAsync(request, cancellationToken);
            return null;
        });

    public IntendedWrite<OAuthConfiguration> Save(SaveOAuthConfiguration request) => OfSettings(
        request.Server, (copy, cancellationToken) => copy.Operations.OAuthConfigurations.SaveAsync(request, cancellationToken));

    public IntendedWrite<OAuthConfiguration> Restore(OAuthConfiguration original) => OfSettings(
        original.Server, (copy, cancellationToken) => copy.Operations.OAuthConfigurations.RestoreAsync(original, cancellationToken));

    /// <summary>Whether the server has a certificate already that is handed in: an earlier run may have brought it.</summary>
    private static IEnumerable<Thumbprint> Named(CertificateSource source) => source switch
    {
        CertificateSource.Stored stored => [stored.Thumbprint],
        CertificateSource.Imported imported => [imported.Open().Certificate.Thumbprint],
        _ => [],
    };

    private static ServerQuery CertificatesOf(Server server) => new(server.Fqdn, ServerParts.Certificates);

    /// <summary>What is bound now, with what only the one who bound it knows. Since when it signs is not added: whoever asks for it takes what an
    /// answer leaves out upon itself.</summary>
    private CertificateBindingRecord? Seen(ServerSight sight, Server server, CertificateBindingRecord wanted)
    {
        var slots = CertificateRules.At(sight.Resolve(ServerSnapshot.InSlots(wanted.Slots)), server.Product, tools.Time.GetUtcNow());
        if (slots == CertificateSlots.Empty)
        {
            return null;
        }

        var isWanted = (slots.Next ?? slots.Current) == (wanted.Slots.Next ?? wanted.Slots.Current);
        var seen = CertificateBindingRecord.Of(slots, server, sight.Snapshot.Certificates, sight.Snapshot.Copies);
        return seen with { Generated = seen.Generated ?? (isWanted ? wanted.Generated : null) };
    }

    private IntendedWrite<PartnerApplication> OfPartner(
        string fqdn, Func<TrustCopy, CancellationToken, Task<PartnerApplication?>> operate) => OfRecord(
        new ServerQuery(tools.Servers.Require(fqdn).Fqdn, ServerParts.PartnerApplications),
        operate,
        snapshot => snapshot.PartnerApplications,
        (session, server) => session.PartnerApplications.List(server, null, int.MaxValue),
        RecordIdentities.AreOne,
        RecordIdentities.AreOfOnePartner,
        HiddenParts.AsWritten,
        change => new ServerChange.PartnerRecord(change));

    private IntendedWrite<AuthorizationServer> OfAuthorizationServer(
        string fqdn, Func<TrustCopy, CancellationToken, Task<AuthorizationServer?>> operate) => OfRecord(
        new ServerQuery(tools.Servers.Require(fqdn).Fqdn, ServerParts.AuthorizationServers),
        operate,
        snapshot => snapshot.AuthorizationServers,
        (session, server) => session.AuthorizationServers.List(server),
        RecordIdentities.AreOne,
        RecordIdentities.AreOfOnePartner,
        HiddenParts.AsWritten,
        change => new ServerChange.AuthorizationServerRecord(change));

    private static IntendedWrite<T> OfRecord<T>(
        ServerQuery query,
        Func<TrustCopy, CancellationToken, Task<T?>> operate,
        Func<ServerSnapshot, IReadOnlyList<T>> found,
        Func<IStoreSession, string, IReadOnlyList<T>> list,
        Func<T, T, bool> areOne,
        Func<T, T, bool> areOfOnePartner,
        Func<T, T, T> asWritten,
        Func<RecordChange<T>, ServerChange> change)
        where T : class => new(query, async (copy, cancellationToken) =>
        {
            var wanted = await operate(copy, cancellationToken);
            var after = await copy.ReadAsync(session => list(session, query.Server), cancellationToken);
            var record = RecordChange<T>.Between(found(copy.Found), after, wanted, areOne, areOfOnePartner);
            var looked = wanted ?? record.Gone.FirstOrDefault();
            return new Intention<T>(
                change(record), sight => looked is null ? null : found(sight.Snapshot).FirstOrDefault(one => areOne(one, looked)))
            {
                AsWritten = seen => wanted is null ? seen : asWritten(seen, wanted),
                Removes = wanted is null,
            };
        });

    private IntendedWrite<OAuthConfiguration> OfSettings(
        string fqdn, Func<TrustCopy, CancellationToken, Task<OAuthConfiguration>> operate) => new(
        new ServerQuery(tools.Servers.Require(fqdn).Fqdn, ServerParts.Settings),
        async (copy, cancellationToken) => new Intention<OAuthConfiguration>(
            new ServerChange.Settings(await operate(copy, cancellationToken)), sight => sight.Snapshot.Settings));
}
