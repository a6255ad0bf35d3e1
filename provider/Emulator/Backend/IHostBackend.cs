using System.Collections.Immutable;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Backend;

/// <summary>What the HTTPS hosts ask of the store that stands behind them. Every answer is what is kept at this moment, also by another
/// process; none costs more as the number of records grows, but those that the status page alone uses.</summary>
public interface IHostBackend : IReceiverStates, ISigningKeys
{
    /// <summary>Which connectivity checks run, in all processes on one data directory.</summary>
    IRunningChecks RunningChecks { get; }

    /// <summary>The configured server that answers under a host name: its fqdn, or the host of a URL at which it publishes or is configured to.
    /// Null for a host of the world outside.</summary>
    Task<Server?> FindServerByHostAsync(string host, CancellationToken cancellationToken);

    /// <summary>Whether the server answers on that port.</summary>
    Task<bool> ListensAsync(Server server, int port, CancellationToken cancellationToken);

    /// <summary>The server that published its metadata document at exactly this URL (host compared without case); null when none did.</summary>
    Task<Server?> FindPublisherAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>The server's settings, with defaults where nothing was ever written (any product).</summary>
    Task<OAuthConfiguration> ReadOAuthConfigurationAsync(string server, CancellationToken cancellationToken);

    /// <summary>As stored; due promotions are applied by the reader with the rules of the product.</summary>
    Task<CertificateSlots> ReadCertificateSlotsAsync(string server, CancellationToken cancellationToken);

    /// <summary>The issuers of the server's authorization servers and of its enabled partner applications that issue for themselves, in order of
    /// name, as many as a challenge has room for.</summary>
    Task<ImmutableArray<string>> ListTrustedIssuersAsync(string server, CancellationToken cancellationToken);

    /// <summary>Where the server sends clients without a token to sign in; null for nowhere.</summary>
    Task<string?> FindAuthorizationUriAsync(string server, CancellationToken cancellationToken);

    /// <summary>A mailbox that the server knows, by SIP address (<c>sip:user@domain</c>), SMTP address or security identifier, compared without
    /// case; the first where several answer to it.</summary>
    Task<Mailbox?> FindMailboxAsync(string server, string address, CancellationToken cancellationToken);

    /// <summary>Keeps a new item.</summary>
    Task AddItemAsync(MailItem item, CancellationToken cancellationToken);

    Task<MailItem?> FindItemAsync(string id, CancellationToken cancellationToken);

    /// <summary>One page of a folder, newest first.</summary>
    Task<MailItemPage> ListItemsAsync(MailFolder folder, int offset, int count, CancellationToken cancellationToken);

    /// <summary>Puts an item in the place of another, in one step: what an update and a move are. False when that one is not there any more, or
    /// not in this version.</summary>
    Task<bool> ReplaceItemAsync(MailItem before, MailItem after, CancellationToken cancellationToken);

    /// <summary>False when there was no such item.</summary>
    Task<bool> DeleteItemAsync(string id, CancellationToken cancellationToken);

    /// <summary>The PKCS#12 bytes of the authority that signs the hosts' TLS certificates; null where none is kept yet.</summary>
    Task<byte[]?> FindAuthorityAsync(CancellationToken cancellationToken);

    /// <summary>The same; made by <paramref name="make"/> and kept when there is none yet. All processes on one data directory get the same
    /// one.</summary>
    Task<byte[]> GetOrAddAuthorityAsync(Func<byte[]> make, CancellationToken cancellationToken);

    /// <summary>Everything, for the status page.</summary>
    Task<TrustState> ReadStateAsync(CancellationToken cancellationToken);

    /// <summary>The newest items of all mailboxes, for the status page.</summary>
    Task<ImmutableArray<MailItem>> ListRecentItemsAsync(int count, CancellationToken cancellationToken);
}
