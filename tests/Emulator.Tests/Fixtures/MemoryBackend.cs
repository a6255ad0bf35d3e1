using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Tests.Fixtures;

/// <summary>A store without a disk, so that these tests see the hosts and nothing else.</summary>
internal sealed class MemoryBackend : IHostBackend, IHostFaults
{
    private readonly ConcurrentDictionary<string, MailItem> items = new();
    private readonly Lock gate = new();

    public TrustState State { get; set; } = TrustState.Empty;

    public ConcurrentDictionary<(string Server, Thumbprint Thumbprint), CertificateWithKey> Keys { get; } = new();

    public ConcurrentDictionary<(string Server, HostFaultKind Kind), HostFault> Faults { get; } = new();

    /// <summary>The authority of the hosts' TLS; null until it is made.</summary>
    public byte[]? Authority { get; set; }

    /// <summary>What servers with stale configuration go by.</summary>
    public ConcurrentDictionary<string, TrustState> Memories { get; } = new();

    /// <summary>What happens to an item on its way into the mailbox; null when it is lost.</summary>
    public Func<MailItem, MailItem?> Deliver { get; set; } = item => item;

    /// <summary>Whether addresses lead to mailboxes.</summary>
    public bool KnowsAddresses { get; set; } = true;

    public IEnumerable<MailItem> Items => items.Values;

    public IRunningChecks RunningChecks { get; } = new MemoryChecks();

    public Task<Server?> FindServerByHostAsync(string host, CancellationToken cancellationToken)
    {
        var publisher = State.PublishedMetadata.FirstOrDefault(entry => entry.Value.Any(url => SameText(url.Host, host))).Key;
        return Task.FromResult(State.Servers.GetValueOrDefault(host.ToLowerInvariant()) ?? State.Servers.GetValueOrDefault(publisher ?? ""));
    }

    public Task<bool> ListensAsync(Server server, int port, CancellationToken cancellationToken) =>
        Task.FromResult(ReceiverNames.Listens(server, State.PublishedMetadata.GetValueOrDefault(server.Fqdn, []), port));

    public Task<Server?> FindPublisherAsync(Uri url, CancellationToken cancellationToken)
    {
        var publisher = State.PublishedMetadata.FirstOrDefault(entry => entry.Value.Contains(url)).Key;
        return Task.FromResult(publisher is null ? null : State.Servers[publisher]);
    }

    public Task<OAuthConfiguration> ReadOAuthConfigurationAsync(string server, CancellationToken cancellationToken)
    {
        var known = State.Servers[server];
        return Task.FromResult(State.OAuthConfigurations.GetValueOrDefault(server)
            ?? new OAuthConfiguration(server, known.Realm, known.ApplicationIdentifier, null, []));
    }

    public Task<CertificateSlots> ReadCertificateSlotsAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult(State.Certificates.GetValueOrDefault(server, CertificateSlots.Empty));

    public Task<CertificateWithKey?> FindSigningKeyAsync(string server, Thumbprint thumbprint, CancellationToken cancellationToken) =>
        Task.FromResult(Keys.GetValueOrDefault((server, thumbprint)));

    public Task<TrustState> ReadReceiverStateAsync(ReceiverQuery query, CancellationToken cancellationToken) => Task.FromResult(Slice(State, query));

    public Task<TrustState> RecallReceiverStateAsync(ReceiverQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Slice(Memories.GetValueOrDefault(query.Server, State), query));

    public void Restart(string server) => Memories[server] = State;

    public Task<ImmutableArray<string>> ListTrustedIssuersAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult(State.PartnerApplications.Values
            .Where(partner => partner.Server == server && partner.Enabled && partner.Source is not PartnerSource.AuthorizationServer)
            .OrderBy(partner => partner.Name, StringComparer.Ordinal)
            .Select(partner => partner.Issuer)
            .Concat(State.AuthorizationServers.Values.Where(known => known.Server == server).Select(known => known.Issuer))
            .Take(BearerChallenge.MostIssuers)
            .ToImmutableArray());

    public Task<string?> FindAuthorizationUriAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult(BearerChallenge.AuthorizationUriOf(State.AuthorizationServers.Values.Where(known => known.Server == server)));

    public Task<Mailbox?> FindMailboxAsync(string server, string address, CancellationToken cancellationToken) =>
        Task.FromResult(
            State.Mailboxes.Values.FirstOrDefault(m => KnowsAddresses && (SameText(m.SipUri, address) || SameText(m.SmtpAddress, address))));

    public Task AddItemAsync(MailItem item, CancellationToken cancellationToken)
    {
        if (Deliver(item) is { } delivered)
        {
            items[item.Id] = delivered;
        }

        return Task.CompletedTask;
    }

    public Task<MailItem?> FindItemAsync(string id, CancellationToken cancellationToken) => Task.FromResult(items.GetValueOrDefault(id));

    public Task<MailItemPage> ListItemsAsync(MailFolder folder, int offset, int count, CancellationToken cancellationToken)
    {
        var all = items.Values.Where(item => item.Folder == folder).OrderByDescending(item => item.CreatedAt).ToList();
        return Task.FromResult(new MailItemPage([.. all.Skip(offset).Take(count)], all.Count));
    }

    public Task<bool> ReplaceItemAsync(MailItem before, MailItem after, CancellationToken cancellationToken)
    {
        var replaced = items.TryRemove(KeyValuePair.Create(before.Id, before));
        return Task.FromResult(replaced && items.TryAdd(after.Id, after));
    }

    public Task<bool> DeleteItemAsync(string id, CancellationToken cancellationToken) => Task.FromResult(items.TryRemove(id, out _));

    public Task<ImmutableArray<HostFault>> ListFaultsAsync(string server, CancellationToken cancellationToken) =>
        Task.FromResult(Faults.Values.Where(fault => fault.Server == server).ToImmutableArray());

    /// <summary>The hosts start no sooner.</summary>
    public Task Awaited { get; set; } = Task.CompletedTask;

    public async Task<byte[]?> FindAuthorityAsync(CancellationToken cancellationToken)
    {
        await Awaited;
        return Authority;
    }

    public async Task<byte[]> GetOrAddAuthorityAsync(Func<byte[]> make, CancellationToken cancellationToken)
    {
        await Awaited;
        lock (gate)
        {
            return Authority ??= make();
        }
    }

    public Task<TrustState> ReadStateAsync(CancellationToken cancellationToken) => Task.FromResult(State);

    public Task<ImmutableArray<MailItem>> ListRecentItemsAsync(int count, CancellationToken cancellationToken) =>
        Task.FromResult(items.Values.OrderByDescending(item => item.CreatedAt).Take(count).ToImmutableArray());

    public void Switch(string server, HostFaultKind kind, string? value = null)
    {
        Faults[(server, kind)] = new HostFault(server, kind, value);
        Memories[server] = State;
    }

    private static TrustState Slice(TrustState state, ReceiverQuery query) => state with
    {
        PartnerApplications = state.PartnerApplications
            .Where(entry => entry.Key.Server == query.Server && query.ApplicationIdentifiers.Contains(entry.Value.ApplicationIdentifier))
            .ToImmutableDictionary(),
    };

    private static bool SameText(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
