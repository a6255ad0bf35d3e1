using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Embedded.Backend;

/// <summary>What the HTTPS hosts ask, answered from the store; each question is one transaction.</summary>
/// <param name="store">What the servers keep.</param>
/// <param name="servers">Which servers and mailboxes there are, at the time of a question.</param>
internal sealed class EmbeddedBackend(SqliteTrustStore store, Func<SqliteSession, ServerDirectory> servers) : IHostBackend
{
    private const string AuthoritySecret = "tlsAuthority";

    /// <summary>For a process that knows its servers from its configuration.</summary>
    public EmbeddedBackend(SqliteTrustStore store, ServerDirectory servers)
        : this(store, _ => servers)
    {
    }

    public IRunningChecks RunningChecks => store.RunningChecks;

    public Task<Server?> FindServerByHostAsync(string host, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.FindByHost(servers(session), host), cancellationToken);

    public Task<bool> ListensAsync(Server server, int port, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Listens(server, port), cancellationToken);

    public Task<Server?> FindPublisherAsync(Uri url, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.FindPublisher(servers(session), url), cancellationToken);

    public Task<OAuthConfiguration> ReadOAuthConfigurationAsync(string server, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.ReadOAuthConfiguration(servers(session).Require(server)), cancellationToken);

    public Task<CertificateSlots> ReadCertificateSlotsAsync(string server, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Certificates.FindSlots(server), cancellationToken);

    public Task<CertificateWithKey?> FindSigningKeyAsync(string server, Thumbprint thumbprint, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Certificates.FindWithKey(server, thumbprint), cancellationToken);

    public Task<TrustState> ReadReceiverStateAsync(ReceiverQuery query, CancellationToken cancellationToken) =>
        store.ReadAsync(session => Receiver(session, query), cancellationToken);

    public Task<ImmutableArray<string>> ListTrustedIssuersAsync(string server, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.AuthorizationServers.List(server).Where(known => !known.IsForClients).Select(known => known.Issuer)
            .Concat(session.PartnerApplications.ListIssuers(server, BearerChallenge.MostIssuers))
            .Distinct(StringComparer.Ordinal).Take(BearerChallenge.MostIssuers).ToImmutableArray(),
        cancellationToken);

    public Task<string?> FindAuthorizationUriAsync(string server, CancellationToken cancellationToken) =>
        store.ReadAsync(session => BearerChallenge.AuthorizationUriOf(session.AuthorizationServers.List(server)), cancellationToken);

    public Task<Mailbox?> FindMailboxAsync(string server, string address, CancellationToken cancellationToken) =>
        store.ReadAsync(session => servers(session) is var known ? known.FindMailbox(known.Require(server), address) : null, cancellationToken);

    public Task AddItemAsync(MailItem item, CancellationToken cancellationToken) =>
        store.WriteAsync(session => session.MailItems.Add(item), cancellationToken);

    public Task<MailItem?> FindItemAsync(string id, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.MailItems.Find(id), cancellationToken);

    public Task<MailItemPage> ListItemsAsync(MailFolder folder, int offset, int count, CancellationToken cancellationToken) => store.ReadAsync(
        session => new MailItemPage([.. session.MailItems.List(folder, offset, count)], session.MailItems.Count(folder)), cancellationToken);

    public Task<bool> ReplaceItemAsync(MailItem before, MailItem after, CancellationToken cancellationToken) =>
        store.WriteAsync(session => session.MailItems.Replace(before, after), cancellationToken);

    public Task<bool> DeleteItemAsync(string id, CancellationToken cancellationToken) =>
        store.WriteAsync(session => session.MailItems.Remove(id), cancellationToken);

    public Task<byte[]?> FindAuthorityAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Secrets.Find(AuthoritySecret), cancellationToken);

    public async Task<byte[]> GetOrAddAuthorityAsync(Func<byte[]> make, CancellationToken cancellationToken)
    {
        if (await FindAuthorityAsync(cancellationToken) is { } existing)
        {
            return existing;
        }

        var made = make();
        return await store.WriteAsync(session => session.Secrets.GetOrAdd(AuthoritySecret, made), cancellationToken);
    }

    public Task<TrustState> ReadStateAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(session => new StateSlices(servers(session)).Whole(session), cancellationToken);

    public Task<ImmutableArray<MailItem>> ListRecentItemsAsync(int count, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.MailItems.ListNewest(count).ToImmutableArray(), cancellationToken);

    /// <summary>The same within a transaction.</summary>
    internal TrustState Receiver(SqliteSession session, ReceiverQuery query)
    {
        var known = servers(session);
        return new StateSlices(known).Receiver(session, known.Require(query.Server), query.ApplicationIdentifiers, query.UserAddresses);
    }
}
