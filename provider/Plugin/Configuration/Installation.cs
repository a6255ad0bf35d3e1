using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>The installation that a configured provider manages.</summary>
/// <param name="Engine"><c>embedded</c> or <c>powerShell</c>.</param>
/// <param name="Servers">By fqdn in lower case.</param>
/// <param name="Mailboxes">The mailboxes that are named: with the embedded engine all there are.</param>
/// <param name="DataDirectory">Where the embedded engine keeps its database; null for the stack's own folder.</param>
/// <param name="Proof">What a preview does with what it proves.</param>
public sealed record Installation(
    string Engine,
    ImmutableSortedDictionary<string, Server> Servers,
    ImmutableArray<Mailbox> Mailboxes,
    string? DataDirectory,
    PreviewProof Proof)
{
    public static Installation Empty { get; } = new(
        EngineNames.Embedded, ImmutableSortedDictionary<string, Server>.Empty, [], null, PreviewProof.Warn);

    /// <summary>Whether a deletion is refused that takes away the last thing by which a direction of trust works.</summary>
    public bool ProtectsLastDirection { get; init; }

    /// <summary>How real servers are reached; null with the embedded engine.</summary>
    public PowerShellSettings? PowerShell { get; init; }

    /// <summary>Its servers and mailboxes, by name.</summary>
    public ServerDirectory Directory => new(Servers.Values, Mailboxes);

    /// <summary>By its fqdn or a further name, as of another pool of its deployment; null for a server that is not configured.</summary>
    public Server? Find(string? name) => Find(Servers, name);

    /// <summary>The same among servers by their fqdn.</summary>
    public static Server? Find(ImmutableSortedDictionary<string, Server> servers, string? name)
    {
        if (name is null)
        {
            return null;
        }

        var normal = Fqdns.Normalize(name);
        return servers.GetValueOrDefault(normal) ?? servers.Values.FirstOrDefault(server => server.Names.Contains(normal));
    }

    /// <summary>The configured server that publishes at the URL; null when it is none of ours.</summary>
    public Server? FindPublisher(Uri? url) => url is null
        ? null
        : Servers.Values.FirstOrDefault(server => server.MetadataUrl.Equals(url))
            ?? Servers.Values.FirstOrDefault(server => MetadataUrls.AreOf(server, url));
}
