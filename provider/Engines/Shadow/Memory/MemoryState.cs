using System.Collections.Immutable;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Shadow.Memory;

/// <summary>All that a memory store keeps. A transaction works on a copy, which costs nothing, and is kept by replacing the original.</summary>
internal sealed record MemoryState
{
    public ImmutableHashSet<string> Loaded { get; init; } = [];

    public ImmutableDictionary<string, CertificateSlots> Slots { get; init; } = ImmutableDictionary<string, CertificateSlots>.Empty;

    public ImmutableDictionary<(string Server, Thumbprint Thumbprint), StoredCertificate> Certificates { get; init; } =
        ImmutableDictionary<(string, Thumbprint), StoredCertificate>.Empty;

    public ImmutableDictionary<(string Server, Thumbprint Thumbprint), CertificateWithKey> Keys { get; init; } =
        ImmutableDictionary<(string, Thumbprint), CertificateWithKey>.Empty;

    public ImmutableDictionary<string, ImmutableArray<CertificateCopy>> Copies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<CertificateCopy>>.Empty;

    public ImmutableDictionary<string, string> Unreached { get; init; } = ImmutableDictionary<string, string>.Empty;

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

    public MemoryState With(ServerSnapshot snapshot) => this with
    {
        Loaded = Loaded.Add(snapshot.Server),
        Slots = Slots.SetItem(snapshot.Server, snapshot.Slots),
        Certificates = Certificates.SetItems(
            snapshot.Certificates.Select(stored => KeyValuePair.Create((snapshot.Server, stored.Certificate.Thumbprint), stored))),
        Keys = Keys.SetItems(snapshot.Keys.Select(key => KeyValuePair.Create((snapshot.Server, key.Certificate.Thumbprint), key))),
        Copies = Copies.SetItem(snapshot.Server, snapshot.Copies),
        Unreached = snapshot.Unreached is { } member ? Unreached.SetItem(snapshot.Server, member) : Unreached,
        PublisherByUrl = PublisherByUrl.SetItems(
            snapshot.PublishedMetadata.Select(url => KeyValuePair.Create(url.AbsoluteUri, snapshot.Server))),
        OAuthConfigurations = snapshot.OAuthConfiguration is { } configuration
            ? OAuthConfigurations.SetItem(snapshot.Server, configuration)
            : OAuthConfigurations,
        OriginalOAuthConfigurations = snapshot.OriginalOAuthConfiguration is { } original
            ? OriginalOAuthConfigurations.SetItem(snapshot.Server, original)
            : OriginalOAuthConfigurations,
        PartnerApplications = snapshot.PartnerApplications.Aggregate(PartnerApplications, (records, record) => records.Save(record)),
        AuthorizationServers = snapshot.AuthorizationServers.Aggregate(AuthorizationServers, (records, record) => records.Save(record)),
    };
}
