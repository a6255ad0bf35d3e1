using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store.Memory;

/// <summary>All that a memory store keeps. A transaction works on a copy, which costs nothing, and is kept by replacing the original.</summary>
internal sealed record MemoryState
{
    public ImmutableDictionary<string, ServerParts> Loaded { get; init; } = ImmutableDictionary<string, ServerParts>.Empty;

    /// <summary>The certificates that were looked for, found or not.</summary>
    public ImmutableHashSet<(string Server, Thumbprint Thumbprint)> Asked { get; init; } = [];

    /// <summary>The servers whose keys or settings were written here.</summary>
    public ImmutableHashSet<string> Changed { get; init; } = [];

    public ImmutableDictionary<string, CertificateSlots> Slots { get; init; } = ImmutableDictionary<string, CertificateSlots>.Empty;

    public ImmutableDictionary<(string Server, Thumbprint Thumbprint), StoredCertificate> Certificates { get; init; } =
        ImmutableDictionary<(string, Thumbprint), StoredCertificate>.Empty;

    public ImmutableDictionary<(string Server, Thumbprint Thumbprint), CertificateWithKey> Keys { get; init; } =
        ImmutableDictionary<(string, Thumbprint), CertificateWithKey>.Empty;

    public ImmutableDictionary<string, ImmutableArray<CertificateCopy>> Copies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<CertificateCopy>>.Empty;

    public ImmutableDictionary<string, string> Unreached { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> KeepsKeys { get; init; } = [];

    public ImmutableSortedDictionary<string, string> PublisherByUrl { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableDictionary<string, OAuthConfiguration> OAuthConfigurations { get; init; } =
        ImmutableDictionary<string, OAuthConfiguration>.Empty;

    public ImmutableDictionary<string, OAuthConfiguration?> OriginalOAuthConfigurations { get; init; } =
        ImmutableDictionary<string, OAuthConfiguration?>.Empty;

    public KeyedRecords<PartnerApplication> PartnerApplications { get; init; } = KeyedRecords<PartnerApplication>.Empty(
        application => new RecordKeys(application.Server, application.Name, application.ApplicationIdentifier, application.Issuer));

    public KeyedRecords<AuthorizationServer> AuthorizationServers { get; init; } = KeyedRecords<AuthorizationServer>.Empty(
        server => new RecordKeys(server.Server, server.Name, server.Issuer.Split('@')[0], server.Issuer));

    public bool Holds(ServerQuery query) => (Loaded.GetValueOrDefault(query.Server) & query.Parts) == query.Parts
        && query.Certificates.All(thumbprint => Asked.Contains((query.Server, thumbprint)));

    /// <summary>What a server keeps, as a reader saw it; what lies here already is newer.</summary>
    public MemoryState With(ServerSnapshot snapshot, ServerQuery query)
    {
        var server = snapshot.Server;
        var fresh = query.Parts & ~Loaded.GetValueOrDefault(server);
        var state = this with
        {
            Loaded = Loaded.SetItem(server, Loaded.GetValueOrDefault(server) | query.Parts),
            Asked = Asked.Union(query.Certificates.Concat(snapshot.Certificates.Select(stored => stored.Certificate.Thumbprint))
                .Select(thumbprint => (server, thumbprint))),
            Certificates = Certificates.SetItems(snapshot.Certificates
                .Select(stored => KeyValuePair.Create((server, stored.Certificate.Thumbprint), stored))
                .Where(entry => !Certificates.ContainsKey(entry.Key))),
            Keys = Keys.SetItems(snapshot.Keys
                .Select(key => KeyValuePair.Create((server, key.Certificate.Thumbprint), key))
                .Where(entry => !Keys.ContainsKey(entry.Key))),
        };
        return state.WithBinding(snapshot, fresh).WithRecords(snapshot, fresh);
    }

    private MemoryState WithBinding(ServerSnapshot snapshot, ServerParts fresh) => !fresh.HasFlag(ServerParts.Certificates) ? this : this with
    {
        Slots = Slots.SetItem(snapshot.Server, snapshot.Slots),
        Copies = snapshot.Copies is { } copies ? Copies.SetItem(snapshot.Server, copies) : Copies,
        Unreached = snapshot.Unreached is { } member ? Unreached.SetItem(snapshot.Server, member) : Unreached,
        KeepsKeys = snapshot.KeepsKeys ? KeepsKeys.Add(snapshot.Server) : KeepsKeys,
    };

    private MemoryState WithRecords(ServerSnapshot snapshot, ServerParts fresh) => this with
    {
        PublisherByUrl = fresh.HasFlag(ServerParts.Documents)
            ? PublisherByUrl.SetItems(snapshot.PublishedAt.Select(url => KeyValuePair.Create(url.AbsoluteUri, snapshot.Server)))
            : PublisherByUrl,
        OAuthConfigurations = fresh.HasFlag(ServerParts.Settings) && snapshot.Settings is { } settings
            ? OAuthConfigurations.SetItem(snapshot.Server, settings)
            : OAuthConfigurations,
        OriginalOAuthConfigurations = fresh.HasFlag(ServerParts.Settings) && snapshot.OriginalSettings is { } original
            ? OriginalOAuthConfigurations.SetItem(snapshot.Server, original)
            : OriginalOAuthConfigurations,
        PartnerApplications = fresh.HasFlag(ServerParts.PartnerApplications)
            ? snapshot.PartnerApplications.Aggregate(PartnerApplications, (records, record) => records.Save(record))
            : PartnerApplications,
        AuthorizationServers = fresh.HasFlag(ServerParts.AuthorizationServers)
            ? snapshot.AuthorizationServers.Aggregate(AuthorizationServers, (records, record) => records.Save(record))
            : AuthorizationServers,
    };
}
