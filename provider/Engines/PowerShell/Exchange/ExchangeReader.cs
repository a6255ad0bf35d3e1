using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Engines.PowerShell.Cmdlets.ExchangeProperties;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>Looks at an Exchange organization: a call for its settings, one for the certificates of each member, one for each kind of record, and
/// one for each linked account among the records that were asked for.</summary>
/// <param name="server">The organization.</param>
/// <param name="calls">Of one of its servers.</param>
/// <param name="pin">The domain controller.</param>
/// <param name="published">Fetches a document; null where there is none.</param>
internal sealed class ExchangeReader(
    Server server, ServerCalls calls, DomainControllerPin pin, Func<Uri, Task<AuthMetadataDocument?>> published)
{
    public Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken) =>
        UnreadableProperties.AsFaultsAsync(server.Fqdn, async () =>
        {
            var (parts, documents) = (query.Parts, new PublishedDocuments(published));
            var sight = new ServerSight(new ServerSnapshot(server.Fqdn, parts)
            {
                PublishedAt = parts.HasFlag(ServerParts.Documents) ? [server.MetadataUrl] : [],
            });
            sight = await WithCertificatesAsync(sight, query, documents, progress, cancellationToken);
            return sight with
            {
                Snapshot = sight.Snapshot with
                {
                    PartnerApplications = parts.HasFlag(ServerParts.PartnerApplications)
                        ? await PartnersAsync(query.Records, documents, progress, cancellationToken)
                        : [],
                    AuthorizationServers = parts.HasFlag(ServerParts.AuthorizationServers)
                        ? await AuthorizationServersAsync(query.Records, documents, progress, cancellationToken)
                        : [],
                },
            };
        });

    private async Task<ServerSight> WithCertificatesAsync(
        ServerSight sight, ServerQuery query, PublishedDocuments documents, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var bound = query.Parts.HasFlag(ServerParts.Certificates)
            ? ExchangeCertificates.BoundBy(await pin.ReadAuthConfigAsync(progress, cancellationToken))
            : BoundCertificates.None;
        List<Thumbprint> wanted = [.. bound.All.Concat(query.Certificates).Distinct()];
        var found = new FoundCertificates();
        var copies = new List<CertificateCopy>();
        if (wanted.Count > 0)
        {
            await ReadStoresAsync(wanted, found, copies, progress, cancellationToken);
        }

        if (!wanted.TrueForAll(found.Has) && await documents.FindAsync(server.MetadataUrl) is { } document)
        {
            foreach (var key in document.Keys)
            {
                found.Add(new StoredCertificate(key, null, null));
            }
        }

        sight = found.Complete(sight, bound, query.Certificates);
        return server.Members.IsEmpty || !query.Parts.HasFlag(ServerParts.Certificates)
            ? sight
            : sight with { Snapshot = sight.Snapshot with { Copies = [.. copies] } };
    }

    /// <summary>One call a member, whatever is looked for: a member that cannot be reached is a fault.</summary>
    private async Task ReadStoresAsync(
        List<Thumbprint> wanted,
        FoundCertificates found,
        List<CertificateCopy> copies,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        var cmdlets = await pin.CmdletsAsync(progress, cancellationToken);
        foreach (var member in server.Members.IsEmpty ? [null] : server.Members.Cast<string?>())
        {
            var certificates = await calls.ReadAsync(cmdlets.GetCertificates(member), progress, cancellationToken);
            copies.AddRange(ExchangeCertificates.CopiesOn(member ?? server.Fqdn, certificates, wanted));
            foreach (var certificate in certificates)
            {
                found.Add(certificate.Bytes(RawData), hasPrivateKey: null);
            }
        }
    }

    private async Task<ImmutableArray<PartnerApplication>> PartnersAsync(
        RecordFilter filter, PublishedDocuments documents, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var cmdlets = await pin.CmdletsAsync(progress, cancellationToken);
        var records = new List<PartnerApplication>();
        foreach (var found in await calls.ReadAsync(cmdlets.GetPartnerApplications(), progress, cancellationToken))
        {
            var record = await ExchangeRecords.PartnerAsync(found, server, documents);
            if (filter.Allows(record.Issuer))
            {
                records.Add(record);
            }
        }

        var roles = new Dictionary<string, ImmutableSortedSet<string>>(StringComparer.OrdinalIgnoreCase);
        var accounts = new ExchangeAccounts(calls, cmdlets);
        foreach (var account in records.Select(record => record.LinkedAccount?.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            roles[account] = [.. (await accounts.RolesAsync(account, progress, cancellationToken)).Select(role => role.Role)];
        }

        return [.. records.Select(record => record.LinkedAccount is { } linked
            ? record with { LinkedAccount = linked with { Roles = roles[linked.Name] } }
            : record)];
    }

    private async Task<ImmutableArray<AuthorizationServer>> AuthorizationServersAsync(
        RecordFilter filter, PublishedDocuments documents, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var cmdlets = await pin.CmdletsAsync(progress, cancellationToken);
        var records = new List<AuthorizationServer?>();
        foreach (var found in await calls.ReadAsync(cmdlets.GetAuthServers(), progress, cancellationToken))
        {
            records.Add(await ExchangeRecords.AuthorizationServerAsync(found, server, documents));
        }

        return [.. records.OfType<AuthorizationServer>().Where(record => filter.Allows(record.Issuer))];
    }
}
