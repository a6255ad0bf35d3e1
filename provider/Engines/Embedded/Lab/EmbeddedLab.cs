using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded.Backend;
using PartnerTrust.Engines.Embedded.Faults;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Store;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Embedded.Lab;

/// <summary>A data directory seen by the people who run the servers: what they change here, no stack knows of. It needs no
/// configuration; the servers are those of the provider that last wrote.</summary>
public sealed class EmbeddedLab : IAsyncDisposable
{
    private const int DefaultKeySize = 2048;
    private const int DefaultValidityDays = 365;
    private readonly StoreLocation location;
    private readonly SqliteTrustStore store;
    private readonly ServerDirectory servers;
    private readonly CertificateOperations certificates;
    private readonly ILoggerFactory logs;

    private EmbeddedLab(StoreLocation location, SqliteTrustStore store, ServerDirectory servers, TimeProvider time, ILoggerFactory logs)
    {
        (this.location, this.store, this.servers, Time, this.logs) = (location, store, servers, time, logs);
        certificates = new CertificateOperations(new DisturbedStore(store), servers, time, new CertificateMaker(RSA.Create));
        Partners = new LabPartners(store, servers);
        Faults = new LabFaults(store, servers);
    }

    /// <summary>The clock that the servers go by.</summary>
    public TimeProvider Time { get; }

    public IEnumerable<Server> Servers => servers.Servers.OrderBy(server => server.Fqdn, StringComparer.Ordinal);

    public ImmutableArray<Mailbox> Mailboxes => servers.Mailboxes;

    public LabPartners Partners { get; }

    public LabFaults Faults { get; }

    /// <summary>Opens a directory that an embedded engine has written to; there must be one.</summary>
    public static async Task<EmbeddedLab> OpenAsync(
        string dataDirectory, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var location = new StoreLocation(dataDirectory);
        if (!location.Exists)
        {
            throw new FaultException(FaultCatalogue.StoreAbsent(dataDirectory));
        }

        var store = new SqliteTrustStore(dataDirectory, Passphrase.FromEnvironment(), logs.CreateLogger<SqliteTrustStore>());
        try
        {
            var servers = await store.ReadAsync(Configured, cancellationToken);
            return new EmbeddedLab(location, store, servers, LabClock.Of(dataDirectory, time), logs);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty store that stands for a lost one: the states that were written to that one accept it.</summary>
    public static async Task InitAsync(string dataDirectory, Guid identity, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        if (new StoreLocation(dataDirectory).Exists)
        {
            throw new FaultException(FaultCatalogue.StorePresent(dataDirectory));
        }

        await using var store = new SqliteTrustStore(dataDirectory, Passphrase.FromEnvironment(), logs.CreateLogger<SqliteTrustStore>());
        await store.WriteAsync(session => session.Settings.WriteIdentity(identity), cancellationToken);
    }

    /// <summary>Makes a new current certificate on the server, like the one before as far as such are made, and tells nobody.</summary>
    public async Task<CertificateBindingRecord> RollCertificateAsync(string server, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        var before = (await new StoreReader(store, servers).FindCertificateBindingAsync(
            known, Time.GetUtcNow(), Silence.Instance, cancellationToken))?.Slots.Current;
        var days = before is null
            ? DefaultValidityDays
            : Math.Clamp(before.ValidityDays, 1, CertificateGenerator.LongestValidityDays);
        var source = new CertificateSource.Generated(before?.Subject ?? $"CN={known.Fqdn}", before?.KeySize ?? DefaultKeySize, days);
        return await certificates.BindAsync(new BindCertificate(known.Fqdn, source, null), cancellationToken);
    }

    /// <summary>Makes the staged certificate current before its time.</summary>
    public Task<CertificateSlots> PublishNowAsync(string server, CancellationToken cancellationToken) =>
        certificates.ChangeAsync(servers.Require(server), slots => CertificateRules.PublishNow(slots, server, Time.GetUtcNow()), cancellationToken);

    public Task<CertificateSlots> ClearPreviousAsync(string server, CancellationToken cancellationToken) =>
        certificates.ChangeAsync(servers.Require(server), CertificateRules.ClearPrevious, cancellationToken);

    /// <summary>Leaves the certificate without its private key, as on a server that was restored (domain.md 8 row 2).</summary>
    public Task ForgetPrivateKeyAsync(string server, Thumbprint thumbprint, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.WriteAsync(session => session.Certificates.ForgetKey(known.Fqdn, thumbprint), cancellationToken);
    }

    /// <summary>Empties the certificate store of one member, as when it is installed anew (domain.md 8 rows 2 and 21).</summary>
    public Task RemoveCertificatesAsync(string server, string member, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        var named = known.MemberNamed(member) ?? throw new FaultException(FaultCatalogue.ServerUnknown(member, known.Members));
        return store.WriteAsync(session => session.Certificates.RemoveCopies(known.Fqdn, named), cancellationToken);
    }

    /// <summary>Everything that is kept, with promotions not yet applied.</summary>
    public Task<TrustState> ReadStateAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(new StateSlices(servers).Whole, cancellationToken);

    /// <summary>Where the server publishes its document, in order of URL.</summary>
    public Task<IReadOnlyList<Uri>> ListPublishedUrlsAsync(string server, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.ReadAsync(session => session.PublishedMetadata.List(known.Fqdn), cancellationToken);
    }

    /// <summary>The newest items of all mailboxes.</summary>
    public Task<ImmutableArray<MailItem>> ListMailItemsAsync(int count, CancellationToken cancellationToken) =>
        new EmbeddedBackend(store, servers).ListRecentItemsAsync(count, cancellationToken);

    /// <summary>Writes a copy of everything, keys included, as of one moment. The directory must be new or hold no store.</summary>
    public Task BackUpAsync(string directory, CancellationToken cancellationToken) => store.CopyAsync(directory, cancellationToken);

    /// <summary>Encrypts the private keys anew: with the passphrase, or with a new key file where there is none. Tells where that file is; null
    /// for a passphrase. The lab is to be opened anew afterwards.</summary>
    public async Task<string?> RekeyAsync(string? passphrase, CancellationToken cancellationToken)
    {
        await store.RekeyAsync(passphrase, cancellationToken);
        return passphrase is null ? location.KeyFile : null;
    }

    /// <summary>Hosts that emulate the servers until they are disposed, also those that a stack declares meanwhile.</summary>
    public EmulatedHosts CreateHosts(int port)
    {
        var backend = new EmbeddedBackend(store, Configured);
        return new EmulatedHosts(backend, new EmbeddedFaults(store, backend), Time, logs, port: port);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static ServerDirectory Configured(SqliteSession session) =>
        new(session.Configuration.ListServers(), session.Configuration.ListMailboxes());
}
