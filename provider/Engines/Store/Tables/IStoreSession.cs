namespace PartnerTrust.Engines.Store.Tables;

/// <summary>The tables of a store, within one operation. Not to be kept after it.</summary>
public interface IStoreSession
{
    ICertificateTable Certificates { get; }

    IPublishedMetadataTable PublishedMetadata { get; }

    IPartnerApplicationTable PartnerApplications { get; }

    IOAuthConfigurationTable OAuthConfigurations { get; }

    IAuthorizationServerTable AuthorizationServers { get; }
}
