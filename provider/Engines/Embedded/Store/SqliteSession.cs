using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Embedded.Store.Tables;
using PartnerTrust.Engines.Store;

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
        PartnerApplications = new PartnerApplicationTable(this, pool);
        OAuthConfigurations = new OAuthConfigurationTable(this);
        AuthorizationServers = new AuthorizationServerTable(this, pool);
        Configuration = new ConfigurationTable(this);
        MailItems = new MailItemTable(this);
        Hosts = new HostTable(this);
        Memories = new MemoryTable(this);
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
        return reader.Read() ? map(reader) : default;
    }

    public List<T> Many<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var command = Prepare(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
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
