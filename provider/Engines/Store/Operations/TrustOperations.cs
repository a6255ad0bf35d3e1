using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Store.Tables;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>Every operation on a store, wired together: the same for the database and for the copy that a preview works on.</summary>
internal sealed class TrustOperations
{
    /// <param name="store">Where the trust is kept.</param>
    /// <param name="servers">What is configured.</param>
    /// <param name="time">The clock.</param>
    /// <param name="maker">Makes the certificates that are asked for.</param>
    /// <param name="fetching">How documents are fetched, given those that the servers of this store publish.</param>
    public TrustOperations(
        ITrustStore store,
        ServerDirectory servers,
        TimeProvider time,
        CertificateMaker maker,
        Func<MetadataOperations, IMetadataSource> fetching)
    {
        Servers = servers;
        Store = store;
        Certificates = new CertificateOperations(store, servers, time, maker);
        PublishedMetadata = new MetadataOperations(store, servers, time);
        Fetching = fetching(PublishedMetadata);
        PartnerApplications = new PartnerApplicationOperations(store, servers, Fetching, time);
        OAuthConfigurations = new OAuthConfigurationOperations(store, servers);
        AuthorizationServers = new AuthorizationServerOperations(store, servers, Fetching, time);
    }

    public ITrustStore Store { get; }

    public ServerDirectory Servers { get; }

    public IMetadataSource Fetching { get; }

    public CertificateOperations Certificates { get; }

    public MetadataOperations PublishedMetadata { get; }

    public PartnerApplicationOperations PartnerApplications { get; }

    public OAuthConfigurationOperations OAuthConfigurations { get; }

    public AuthorizationServerOperations AuthorizationServers { get; }
}
