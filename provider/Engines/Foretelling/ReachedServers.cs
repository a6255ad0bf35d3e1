using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Foretelling;

/// <summary>Which configured server is reached at a URL, by what any engine tells of where the servers publish.</summary>
internal sealed class ReachedServers(ServerDirectory servers, IServerReader reader)
{
    /// <summary>Null for a host of the world outside.</summary>
    public async Task<Server?> FindAsync(Uri url, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (servers.FindByHost(url.IdnHost) is { } named)
        {
            return named;
        }

        var published = await Task.WhenAll(servers.Servers.Select(server => PublishedAsync(server, progress, cancellationToken)));
        var publishers = published.SelectMany(urls => urls.Places.Select(place => (Place: place, urls.Server)));
        return servers.FindByHost(url.IdnHost, host => publishers
            .Where(entry => entry.Place.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Place.AbsoluteUri, StringComparer.Ordinal)
            .Select(entry => entry.Server.Fqdn)
            .FirstOrDefault());
    }

    /// <summary>Whether the server answers on the URL's port.</summary>
    public async Task<bool> ListensAsync(Server server, Uri url, IProgress<string> progress, CancellationToken cancellationToken) =>
        ReceiverNames.Listens(server, (await PublishedAsync(server, progress, cancellationToken)).Places, url.Port);

    /// <summary>Whether the URL is one at which the server publishes its document, and no service.</summary>
    public async Task<bool> PublishesAsync(Server server, Uri url, IProgress<string> progress, CancellationToken cancellationToken) =>
        (await PublishedAsync(server, progress, cancellationToken)).Places.Contains(url);

    private async Task<(Server Server, ImmutableArray<Uri> Places)> PublishedAsync(
        Server server, IProgress<string> progress, CancellationToken cancellationToken) =>
        (server, (await reader.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.Documents), progress, cancellationToken)).PublishedAt);
}
