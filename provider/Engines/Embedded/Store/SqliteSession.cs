using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Embedded.Store.Schema;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Tables;
using PartnerTrust.Engines.Store.Tables;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>The tables within one transaction.</summary>
internal sealed class SqliteSession : IStoreSession
{
    private readonly KeyVault vault;

    public SqliteSession(SqliteConnection connection, KeyVault vault, ILogger logger)
    {
        this.vault = vault;
        Statements = new SqliteStatements(connection, logger);
        Settings = new SettingTable(Statements);
        var pool = new CertificatePool(Statements);
        Certificates = new CertificateTable(Statements, Settings, pool, vault);
        PublishedMetadata = new PublishedMetadataTable(Statements);
        PartnerApplications = new PartnerApplicationTable(Statements, pool, PartnerTables.Partners);
        OAuthConfigurations = new OAuthConfigurationTable(Statements);
        AuthorizationServers = new AuthorizationServerTable(Statements, pool, PartnerTables.AuthorizationServers);
        Configuration = new ConfigurationTable(Statements);
        MailItems = new MailItemTable(Statements);
        Hosts = new HostTable(Statements);
        Memories = new MemoryTable(Statements, pool, this);
        Secrets = new SecretTable(Statements, Settings, vault);
        Instances = new InstanceTable(Statements);
    }

    public SqliteStatements Statements { get; }

    public SettingTable Settings { get; }

    public CertificateTable Certificates { get; }

    ICertificateTable IStoreSession.Certificates => Certificates;

    public IPublishedMetadataTable PublishedMetadata { get; }

    public IPartnerApplicationTable PartnerApplications { get; }

    public OAuthConfigurationTable OAuthConfigurations { get; }

    IOAuthConfigurationTable IStoreSession.OAuthConfigurations => OAuthConfigurations;

    public IAuthorizationServerTable AuthorizationServers { get; }

    public ConfigurationTable Configuration { get; }

    public MailItemTable MailItems { get; }

    public HostTable Hosts { get; }

    public MemoryTable Memories { get; }

    public SecretTable Secrets { get; }

    public InstanceTable Instances { get; }

    /// <summary>Seals everything anew with another key.</summary>
    public void Rekey(KeyProtection other)
    {
        var reseal = vault.Renew(Settings, other);
        Certificates.Reseal(reseal);
        Secrets.Reseal(reseal);
    }
}
