using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PartnerTrust.Engines;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>Finds what the servers hold already, server after server in order of fqdn, on each in the order in which trust is built.</summary>
internal sealed class ExistingResources(EmbeddedLab lab, ITrustEngine engine, Action<Fault> warn)
{
    private const int PageSize = 200;

    private readonly ImmutableArray<Server> servers = [.. lab.Servers];
    private readonly ImportNames names = new([.. lab.Servers]);
    private readonly Installation installation = Installation.Empty with { Servers = lab.Servers.ToImmutableSortedDictionary(server => server.Fqdn, server => server) };

    public async IAsyncEnumerable<ImportEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            var record = await engine.FindCertificateBindingAsync(server.Fqdn, cancellationToken);
            if (record?.Slots is { Current: not null } or { Next: not null })
            {
                yield return new ImportEntry(nameof(CertificateBinding), names.Of("certificate", server), server.Fqdn);
            }

            await foreach (var entry in EndpointsAsync(server, cancellationToken))
            {
                yield return entry;
            }

            if (server.Product == ServerProduct.LyncServer && await IsConfiguredAsync(server, cancellationToken))
            {
                yield return new ImportEntry(nameof(OAuthConfiguration), names.Of("oauth", server), server.Fqdn);
            }

            await foreach (var entry in RecordsAsync(server, cancellationToken))
            {
                yield return entry;
            }
        }
    }

    private async IAsyncEnumerable<ImportEntry> EndpointsAsync(Server server, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var url in await lab.ListPublishedUrlsAsync(server.Fqdn, cancellationToken))
        {
            if (installation.FindPublisher(url) == server)
            {
                yield return new ImportEntry(nameof(AuthMetadataEndpoint), names.Of("metadata", server), url.AbsoluteUri);
            }
            else
            {
                warn(FaultCatalogue.EndpointNotImportable(server.Fqdn, url.AbsoluteUri));
            }
        }
    }

    private async IAsyncEnumerable<ImportEntry> RecordsAsync(Server server, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (server.Product == ServerProduct.TokenServer)
        {
            yield break;
        }

        foreach (var record in await engine.ListAuthorizationServersAsync(server.Fqdn, cancellationToken))
        {
            yield return new ImportEntry(
                nameof(AuthorizationServer), names.Of("token-server", record.Name, server), Identity.Of(server.Fqdn, record.Name));
        }

        for (string? after = null; ;)
        {
            var page = await engine.ListPartnerApplicationsAsync(server.Fqdn, after, PageSize, cancellationToken);
            foreach (var record in page)
            {
                yield return new ImportEntry(
                    nameof(PartnerApplication), names.Of("partner", record.Name, server), Identity.Of(server.Fqdn, record.Name));
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Name;
        }
    }

    /// <summary>The settings always exist; those that nobody changed are not worth a resource.</summary>
    private async Task<bool> IsConfiguredAsync(Server server, CancellationToken cancellationToken)
    {
        var settings = await engine.ReadOAuthConfigurationAsync(server.Fqdn, cancellationToken);
        return settings.Realm != server.Realm
            || settings.ExchangeAutodiscoverUrl is not null
            || !settings.ExchangeAutodiscoverAllowedDomains.IsDefaultOrEmpty;
    }
}
