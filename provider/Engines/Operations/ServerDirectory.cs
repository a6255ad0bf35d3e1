using System.Collections.Immutable;
using PartnerTrust.Trust;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Operations;

/// <summary>The configured servers and mailboxes, by name.</summary>
internal sealed class ServerDirectory
{
    private readonly ImmutableDictionary<string, Server> servers;
    private readonly ImmutableDictionary<string, Server> byMember;
    private readonly ImmutableDictionary<string, Mailbox> byAddress;

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

    /// <summary>By SIP address (<c>sip:user@domain</c>), SMTP address or security identifier, compared without case.</summary>
    public Mailbox? FindMailbox(string address) => byAddress.GetValueOrDefault(address);

    private static ImmutableDictionary<string, Mailbox> ByAddress(ImmutableArray<Mailbox> mailboxes)
    {
        var found = ImmutableDictionary.CreateBuilder<string, Mailbox>(StringComparer.OrdinalIgnoreCase);
        foreach (var mailbox in mailboxes)
        {
            string?[] addresses = [mailbox.SipUri, mailbox.SmtpAddress, mailbox.SecurityIdentifier];
            foreach (var address in addresses.OfType<string>())
            {
                found[address] = mailbox;
            }
        }

        return found.ToImmutable();
    }
}
