using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;
using PartnerTrust.Plugin.Resources.AuthorizationServers;
using PartnerTrust.Plugin.Resources.CertificateBindings;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Plugin.Resources.PartnerApplications;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>Finds what the servers hold already, server after server in order of fqdn, on each in the order in which trust is built.</summary>
internal sealed class ExistingResources(ImmutableArray<Server> servers, IServerReader reader, Action<Fault> warn)
{
    private const ServerParts Parts =
        ServerParts.Certificates | ServerParts.Documents | ServerParts.Settings | ServerParts.AuthorizationServers;

    private readonly ImportNames names = new(servers);
    private readonly Installation installation = Installation.Empty with
    {
        Servers = servers.ToImmutableSortedDictionary(server => server.Fqdn, server => server),
    };

    public async IAsyncEnumerable<ImportEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var server in servers)
        {
            var found = await reader.ReadAsync(new ServerQuery(server.Fqdn, Parts), Silence.Instance, cancellationToken);
            foreach (var entry in EntriesOf(server, found))
            {
                yield return entry;
            }

            await foreach (var entry in RecordsAsync(server, cancellationToken))
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<ImportEntry> EntriesOf(Server server, ServerSnapshot found)
    {
        if (found.Slots is { Current: not null } or { Next: not null })
        {
            yield return new ImportEntry(CertificateBindingResource.TypeName, names.Of("certificate", server), server.Fqdn);
        }

        foreach (var entry in EndpointsOf(server, found))
        {
            yield return entry;
        }

        if (IsConfigured(server, found.Settings))
        {
            yield return new ImportEntry(OAuthConfigurationResource.TypeName, names.Of("oauth", server), server.Fqdn);
        }

        foreach (var record in found.AuthorizationServers)
        {
            yield return new ImportEntry(
                AuthorizationServerResource.TypeName, names.Of("token-server", record.Name, server), Identity.Of(server.Fqdn, record.Name));
        }
    }

    private IEnumerable<ImportEntry> EndpointsOf(Server server, ServerSnapshot found)
    {
        foreach (var url in found.PublishedAt)
        {
            if (installation.FindPublisher(url) == server)
            {
                yield return new ImportEntry(AuthMetadataEndpointResource.TypeName, names.Of("metadata", server), url.AbsoluteUri);
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

        await foreach (var record in reader.ListPartnerApplicationsAsync(server.Fqdn, null, Silence.Instance, cancellationToken))
        {
            yield return new ImportEntry(
                PartnerApplicationResource.TypeName, names.Of("partner", record.Name, server), Identity.Of(server.Fqdn, record.Name));
        }
    }

    /// <summary>The settings always exist; those that nobody changed are not worth a resource.</summary>
    private static bool IsConfigured(Server server, Trust.Partners.OAuthConfiguration? settings) => settings is not null
        && (settings.Realm != server.Realm
            || settings.ExchangeAutodiscoverUrl is not null
            || !settings.ExchangeAutodiscoverAllowedDomains.IsDefaultOrEmpty);
}
