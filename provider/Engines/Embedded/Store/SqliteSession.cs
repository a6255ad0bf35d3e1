using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Embedded.Store.Schema;
using PartnerTrust.Engines.Embedded.Store.Tables;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>The tables within one transaction, and the few ways in which they talk to SQLite.</summary>
internal sealed partial class SqliteSession : IStoreSession
{
    private readonly SqliteConnection connection;
    private readonly ILogger logger;

    public SqliteSession(SqliteConnection connection, KeyVault vault, ILogger logger)
    {
        this.connection = connection;
        this.logger = logger;
        var pool = new CertificatePool(this);
        Certificates = new CertificateTable(this, pool, vault);
        PublishedMetadata = new PublishedMetadataTable(this);
        PartnerApplications = new PartnerApplicationTable(this, pool, PartnerTables.Partners);
        OAuthConfigurations = new OAuthConfigurationTable(this);
        AuthorizationServers = new AuthorizationServerTable(this, pool, PartnerTables.AuthorizationServers);
        Configuration = new ConfigurationTable(this);
        MailItems = new MailItemTable(this);
        Hosts = new HostTable(this);
        Memories = new MemoryTable(this, pool);
        Secrets = new SecretTable(this, vault);
        Instances = new InstanceTable(this);
    }

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

    /// <summary>Runs a statement whose parameters are <c>$1</c>, <c>$2</c>…; returns the number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Prepare(sql, values);
        return command.ExecuteNonQuery();
    }

    public T? Single<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var command = Prepare(sql, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Map(reader, map) : default;
    }

    public List<T> Many<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var command = Prepare(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(Map(reader, map));
        }

        return rows;
    }

    /// <summary>What to throw when rows that were read do not go together.</summary>
    public FaultException Damage(string reason) => new(FaultCatalogue.StoreCorrupt(connection.DataSource, reason));

    /// <summary>The one border at which rows become values: whatever a row makes this throw tells of the row.</summary>
    private T Map<T>(SqliteDataReader row, Func<SqliteDataReader, T> map)
    {
        try
        {
            return map(row);
        }
        catch (Exception failure) when (failure is not SqliteException)
        {
            throw StoreFailure.Unreadable(failure, row, connection.DataSource);
        }
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        LogStatement(sql);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        }

        return command;
    }

    [LoggerMessage(LogLevel.Trace, "{Sql}")]
    private partial void LogStatement(string sql);
}
