using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Contract;

/// <summary>The configured servers and mailboxes, by name.</summary>
public sealed class ServerDirectory
{
    private readonly ImmutableDictionary<string, Server> servers;
    private readonly ImmutableDictionary<string, Server> byOtherName;
    private readonly ImmutableDictionary<string, Server> byMetadataHost;
    private readonly ILookup<string, Mailbox> byAddress;

    public ServerDirectory(IEnumerable<Server> servers, IEnumerable<Mailbox> mailboxes)
    {
        this.servers = servers.ToImmutableDictionary(server => server.Fqdn, StringComparer.OrdinalIgnoreCase);
        byOtherName = First(this.servers.Values.SelectMany(server => server.Members.Concat(server.Names).Select(name => (name, server))));
        byMetadataHost = First(this.servers.Values.Select(server => (server.MetadataUrl.IdnHost, server)));
        Mailboxes = [.. mailboxes];
        byAddress = ByAddress(Mailboxes);
        Bare = TrustState.Empty with
        {
            Servers = TrustState.Empty.Servers.SetItems(this.servers.Values.Select(server => KeyValuePair.Create(server.Fqdn, server))),
        };
    }

    public IEnumerable<Server> Servers => servers.Values;

    public ImmutableArray<Mailbox> Mailboxes { get; }

    /// <summary>A state in which the servers are known and nothing else is.</summary>
    public TrustState Bare { get; }

    /// <summary>By whichever of its names is given.</summary>
    /// <exception cref="FaultException">No server has it (PT7001).</exception>
    public Server Require(string fqdn) =>
        FindByHost(fqdn) ?? throw new FaultException(FaultCatalogue.ServerUnknown(fqdn, servers.Keys.Order(StringComparer.Ordinal)));

    public Server? Find(string fqdn) => servers.GetValueOrDefault(fqdn);

    /// <summary>By its own name, that of one of its members, or a further one.</summary>
    public Server? FindByHost(string host) => Find(host) ?? byOtherName.GetValueOrDefault(host);

    /// <summary>By whatever host name it answers under: its own, those of its members and its further ones, that of a URL at which it publishes,
    /// and that of its metadata URL. Null for a host of the world outside.</summary>
    /// <param name="host">The name.</param>
    /// <param name="findPublisher">The fqdn of a server that publishes at some URL of that host.</param>
    public Server? FindByHost(string host, Func<string, string?> findPublisher) =>
        FindByHost(host) ?? (findPublisher(host) is { } publisher ? Find(publisher) : null) ?? byMetadataHost.GetValueOrDefault(host);

    /// <summary>By SIP address (<c>sip:user@domain</c>), SMTP address or security identifier, compared without case; the first, when several
    /// answer to it.</summary>
    public Mailbox? FindMailbox(string address) => FindMailboxes(address).FirstOrDefault();

    /// <summary>The same among the mailboxes that the server knows.</summary>
    public Mailbox? FindMailbox(Server server, string address) =>
        FindMailboxes(address).FirstOrDefault(mailbox => Organization.Knows(server, mailbox, servers));

    public IEnumerable<Mailbox> FindMailboxes(string address) => byAddress[address];

    private static ImmutableDictionary<string, Server> First(IEnumerable<(string Name, Server Server)> named) => named
        .OrderBy(entry => entry.Server.Fqdn, StringComparer.Ordinal)
        .DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(entry => entry.Name, entry => entry.Server, StringComparer.OrdinalIgnoreCase);

    private static ILookup<string, Mailbox> ByAddress(ImmutableArray<Mailbox> mailboxes) => mailboxes
        .SelectMany(mailbox => new[] { mailbox.SipUri, mailbox.SmtpAddress, mailbox.SecurityIdentifier }
            .OfType<string>()
            .Select(address => (address, mailbox)))
        .ToLookup(entry => entry.address, entry => entry.mailbox, StringComparer.OrdinalIgnoreCase);
}
