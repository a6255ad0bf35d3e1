using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Store.Tables;

namespace PartnerTrust.Engines.Embedded.Faults;

/// <summary>A transaction in which the certificates are disturbed and nothing else is.</summary>
internal sealed class DisturbedSession(SqliteSession session) : IStoreSession
{
    public ICertificateTable Certificates { get; } = new DisturbedCertificates(session.Certificates, session.Hosts);

    public IPublishedMetadataTable PublishedMetadata => session.PublishedMetadata;

    public IPartnerApplicationTable PartnerApplications => session.PartnerApplications;

    public IOAuthConfigurationTable OAuthConfigurations => session.OAuthConfigurations;

    public IAuthorizationServerTable AuthorizationServers => session.AuthorizationServers;
}
