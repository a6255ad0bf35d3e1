using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Lync;

/// <summary>Looks at a Lync deployment: one call a part, and one for the certificates themselves.</summary>
/// <param name="server">The pool.</param>
/// <param name="calls">Of a Front End.</param>
/// <param name="published">Fetches a document; null where there is none.</param>
/// <param name="time">By which a certificate is staged, or has taken effect.</param>
internal sealed class LyncReader(Server server, ServerCalls calls, Func<Uri, Task<AuthMetadataDocument?>> published, TimeProvider time)
{
    public Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken) =>
        UnreadableProperties.AsFaultsAsync(server.Fqdn, async () =>
        {
            var (parts, documents) = (query.Parts, new PublishedDocuments(published));
            var snapshot = new ServerSnapshot(server.Fqdn, parts)
            {
                PublishedAt = parts.HasFlag(ServerParts.Documents) ? [server.MetadataUrl] : [],
                PartnerApplications = parts.HasFlag(ServerParts.PartnerApplications)
                    ? [.. await PartnersAsync(query.Records, documents, progress, cancellationToken)]
                    : [],
                AuthorizationServers = parts.HasFlag(ServerParts.AuthorizationServers)
                    ? [.. await AuthorizationServersAsync(query.Records, documents, progress, cancellationToken)]
                    : [],
                Settings = parts.HasFlag(ServerParts.Settings)
                    ? LyncRecords.Settings(await calls.ReadOneAsync(LyncCmdlets.GetOAuthConfiguration(), progress, cancellationToken), server)
                    : null,
            };
            return await WithCertificatesAsync(new ServerSight(snapshot), query, documents, progress, cancellationToken);
        });

    private async Task<ServerSight> WithCertificatesAsync(
        ServerSight sight, ServerQuery query, PublishedDocuments documents, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var bound = query.Parts.HasFlag(ServerParts.Certificates)
            ? LyncCertificates.BoundBy(await calls.ReadAsync(LyncCmdlets.GetCertificate(), progress, cancellationToken), time.GetUtcNow())
            : BoundCertificates.None;
        List<Thumbprint> wanted = [.. bound.All.Concat(query.Certificates).Distinct()];
        var found = new FoundCertificates();
        if (wanted.Count > 0)
        {
            foreach (var stored in await calls.FindAsync(MachineCmdlets.GetCertificates(wanted), progress, cancellationToken))
            {
                found.Add(stored.Bytes(MachineCmdlets.RawData), UnreadableProperties.AsUnknown(() => stored.Flag(MachineCmdlets.HasPrivateKey)));
            }
        }

        if (!wanted.TrueForAll(found.Has) && await documents.FindAsync(server.MetadataUrl) is { } document)
        {
            foreach (var key in document.Keys)
            {
                found.Add(new StoredCertificate(key, null, null));
            }
        }

        return found.Complete(sight, bound, query.Certificates);
    }

    private async Task<IEnumerable<PartnerApplication>> PartnersAsync(
        RecordFilter filter, PublishedDocuments documents, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var records = new List<PartnerApplication>();
        foreach (var found in await calls.ReadAsync(LyncCmdlets.GetPartnerApplications(), progress, cancellationToken))
        {
            records.Add(await LyncRecords.PartnerAsync(found, server, documents));
        }

        return records.Where(record => filter.Allows(record.Issuer));
    }

    private async Task<IEnumerable<AuthorizationServer>> AuthorizationServersAsync(
        RecordFilter filter, PublishedDocuments documents, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var records = new List<AuthorizationServer?>();
        foreach (var found in await calls.ReadAsync(LyncCmdlets.GetOAuthServers(), progress, cancellationToken))
        {
            records.Add(await LyncRecords.AuthorizationServerAsync(found, server, documents));
        }

        return records.OfType<AuthorizationServer>().Where(record => filter.Allows(record.Issuer));
    }
}
