using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Engines.PowerShell.Cmdlets.SharePointProperties;

namespace PartnerTrust.Engines.PowerShell.SharePoint;

/// <summary>Looks at a SharePoint farm: a call for its signing certificate, one for all its issuers, and one for certificates that were asked
/// for.</summary>
/// <param name="server">The farm.</param>
/// <param name="calls">Of one of its servers.</param>
/// <param name="published">Fetches a document; null where there is none.</param>
internal sealed class SharePointReader(Server server, ServerCalls calls, Func<Uri, Task<AuthMetadataDocument?>> published)
{
    private const ServerParts Records = ServerParts.PartnerApplications | ServerParts.AuthorizationServers;

    public Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken) =>
        UnreadableProperties.AsFaultsAsync(server.Fqdn, async () =>
        {
            var parts = query.Parts;
            ImmutableArray<CmdletObject> issuers = (parts & Records) == ServerParts.None
                ? []
                : await calls.ReadAsync(SharePointCmdlets.GetIssuers(), progress, cancellationToken);
            var named = issuers.Where(SharePointRecords.IsNamed).ToLookup(SharePointRecords.IsPartner);
            var snapshot = new ServerSnapshot(server.Fqdn, parts)
            {
                PublishedAt = parts.HasFlag(ServerParts.Documents) ? [server.MetadataUrl] : [],
                PartnerApplications = parts.HasFlag(ServerParts.PartnerApplications)
                    ? [.. named[true].Select(found => SharePointRecords.Partner(found, server)).Where(record => query.Records.Allows(record.Issuer))]
                    : [],
                AuthorizationServers = parts.HasFlag(ServerParts.AuthorizationServers)
                    ? [.. named[false].Select(found => SharePointRecords.AuthorizationServer(found, server))
                        .Where(record => query.Records.Allows(record.Issuer))]
                    : [],
            };
            return await WithCertificatesAsync(new ServerSight(snapshot), query, progress, cancellationToken);
        });

    private async Task<ServerSight> WithCertificatesAsync(
        ServerSight sight, ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var found = new FoundCertificates();
        var bound = BoundCertificates.None;
        if (query.Parts.HasFlag(ServerParts.Certificates))
        {
            bound = new BoundCertificates(null, await SigningAsync(found, progress, cancellationToken), null, null);
        }

        var wanted = query.Certificates.Where(thumbprint => !found.Has(thumbprint)).ToList();
        if (wanted.Count > 0)
        {
            foreach (var stored in await calls.FindAsync(MachineCmdlets.GetCertificates(wanted), progress, cancellationToken))
            {
                found.Add(stored.Bytes(MachineCmdlets.RawData), UnreadableProperties.AsUnknown(() => stored.Flag(MachineCmdlets.HasPrivateKey)));
            }
        }

        return found.Complete(sight, bound, query.Certificates);
    }

    /// <summary>What the farm signs with: every farm signs with something, so that what its settings do not show is looked for in its document.
    /// </summary>
    private async Task<Thumbprint> SigningAsync(FoundCertificates found, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var settings = await calls.ReadOneAsync(SharePointCmdlets.GetTokenServiceConfig(), progress, cancellationToken);
        var der = UnreadableProperties.AsUnknown(() => settings.Inner(LocalLoginProvider)?.Inner(KeyCertificate)?.Bytes(RawData));
        if (der is { } bytes)
        {
            found.Add(bytes, hasPrivateKey: null);
            return Thumbprint.OfCertificate(bytes.AsSpan());
        }

        if (await published(server.MetadataUrl) is { } document)
        {
            found.Add(new StoredCertificate(document.Keys[0], null, null));
            return document.Keys[0].Thumbprint;
        }

        throw new FaultException(FaultCatalogue.PropertyUnreadable(server.Fqdn, KeyCertificate, "neither the settings nor the published document show it"));
    }
}
