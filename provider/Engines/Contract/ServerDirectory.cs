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
    private readonly ImmutableDictionary<string, Server> byMember;
    private readonly ILookup<string, Mailbox> byAddress;

    public ServerDirectory(IEnumerable<Server> servers, IEnumerable<Mailbox> mailboxes)
    {
        this.servers = servers.ToImmutableDictionary(server => server.Fqdn, StringComparer.OrdinalIgnoreCase);
        byMember = this.servers.Values
            .SelectMany(server => server.Members.Select(member => KeyValuePair.Create(member, server)))
            .DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
        Mailboxes = [.. mailboxes];
        byAddress = ByAddress(Mailboxes);
    }

    public IEnumerable<Server> Servers => servers.Values;

    public ImmutableArray<Mailbox> Mailboxes { get; }

    /// <summary>A state in which the servers are known and nothing else is.</summary>
    public TrustState Bare => TrustState.Empty with
    {
        Servers = TrustState.Empty.Servers.SetItems(servers.Values.Select(server => KeyValuePair.Create(server.Fqdn, server))),
    };

    public Server Require(string fqdn) =>
        Find(fqdn) ?? throw new FaultException(FaultCatalogue.ServerUnknown(fqdn, servers.Keys.Order(StringComparer.Ordinal)));

    public Server? Find(string fqdn) => servers.GetValueOrDefault(fqdn);

    /// <summary>By its own name or that of one of its members.</summary>
    public Server? FindByHost(string host) => Find(host) ?? byMember.GetValueOrDefault(host);

    /// <summary>By SIP address (<c>sip:user@domain</c>), SMTP address or security identifier, compared without case; the first, when several
    /// answer to it.</summary>
    public Mailbox? FindMailbox(string address) => FindMailboxes(address).FirstOrDefault();

    public IEnumerable<Mailbox> FindMailboxes(string address) => byAddress[address];

    private static ILookup<string, Mailbox> ByAddress(ImmutableArray<Mailbox> mailboxes) => mailboxes
        .SelectMany(mailbox => new[] { mailbox.SipUri, mailbox.SmtpAddress, mailbox.SecurityIdentifier }
            .OfType<string>()
            .Select(address => (address, mailbox)))
        .ToLookup(entry => entry.address, entry => entry.mailbox, StringComparer.OrdinalIgnoreCase);
}
