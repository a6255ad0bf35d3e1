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
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>Finds what the servers hold already, server after server in order of fqdn, on each in the order in which trust is built.</summary>
/// <param name="servers">Whose.</param>
/// <param name="reader">Asks them.</param>
/// <param name="withHybrid">Whether also what the hybrid with Microsoft 365 keeps there is wanted.</param>
/// <param name="warn">Is told what is left out.</param>
internal sealed class ExistingResources(ImmutableArray<Server> servers, IServerReader reader, bool withHybrid, Action<Fault> warn)
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

            await foreach (var entry in RecordsAsync(server, found.AuthorizationServers, cancellationToken))
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

        foreach (var record in found.AuthorizationServers.Where(record => IsWanted(HybridRecords.Include(record), server, record.Name)))
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

    private async IAsyncEnumerable<ImportEntry> RecordsAsync(
        Server server, IReadOnlyCollection<AuthorizationServer> trusted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (server.Product == ServerProduct.TokenServer)
        {
            yield break;
        }

        await foreach (var record in reader.ListPartnerApplicationsAsync(server.Fqdn, null, Silence.Instance, cancellationToken))
        {
            if (IsWanted(HybridRecords.Include(record, trusted), server, record.Name))
            {
                yield return new ImportEntry(
                    PartnerApplicationResource.TypeName, names.Of("partner", record.Name, server), Identity.Of(server.Fqdn, record.Name));
            }
        }
    }

    private bool IsWanted(bool isHybrid, Server server, string name)
    {
        if (!isHybrid || withHybrid)
        {
            return true;
        }

        warn(FaultCatalogue.HybridLeftOut(server.Fqdn, name));
        return false;
    }

    /// <summary>The settings always exist; those that nobody changed are not worth a resource.</summary>
    private static bool IsConfigured(Server server, OAuthConfiguration? settings) => settings is not null
        && (settings.Realm != server.Realm
            || settings.ExchangeAutodiscoverUrl is not null
            || !settings.ExchangeAutodiscoverAllowedDomains.IsDefaultOrEmpty);
}
