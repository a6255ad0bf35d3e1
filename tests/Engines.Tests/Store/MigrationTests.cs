using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Schema;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Store;

public sealed class MigrationTests : IDisposable
{
    /// <summary>Without what version 9 added.</summary>
    private const string BackToVersion8 = "ALTER TABLE certificate DROP COLUMN sound_key; PRAGMA user_version = 8;";

    /// <summary>Without what version 8 added.</summary>
    private const string BackToVersion7 = $"""
        {BackToVersion8}
        ALTER TABLE configured_server DROP COLUMN names;
        ALTER TABLE oauth_configuration DROP COLUMN client_authorization_server;
        ALTER TABLE oauth_original DROP COLUMN client_authorization_server;
        ALTER TABLE partner_application DROP COLUMN is_trust_broker;
        ALTER TABLE authorization_server DROP COLUMN type;
        ALTER TABLE authorization_server DROP COLUMN is_default_endpoint;
        ALTER TABLE remembered_partner DROP COLUMN is_trust_broker;
        ALTER TABLE remembered_authorization_server DROP COLUMN type;
        ALTER TABLE remembered_authorization_server DROP COLUMN is_default_endpoint;
        PRAGMA user_version = 7;
        """;

    /// <summary>What version 7 took the place of.</summary>
    private const string BackToVersion6 = $"""
        {BackToVersion7}
        DROP TABLE remembered_partner_key;
        DROP TABLE remembered_partner;
        DROP TABLE remembered_authorization_server_key;
        DROP TABLE remembered_authorization_server;
        DROP TABLE host_memory;
        CREATE TABLE host_memory (server TEXT NOT NULL PRIMARY KEY, records TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO host_memory (server, records) VALUES ('ex.litwareinc.com', '');
        PRAGMA user_version = 6;
        """;

    private static readonly Migration[] WithOneMore =
        [.. Migration.All, new Migration(StoreSchema.Version + 1, "CREATE TABLE palette (colour TEXT)")];

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(BackToVersion6)]
    [InlineData(BackToVersion7)]
    [InlineData(BackToVersion8)]
    public async Task A_database_of_an_older_version_keeps_its_records_and_gets_the_schema_of_a_new_one(string back)
    {
        await MakeAsync(back);
        await using var store = Open();

        var record = await store.ReadAsync(session => session.PartnerApplications.Find(Litware.Lync, "exchange"), default);

        Assert.Equal(Record, record);
        Assert.Equal(StoreSchema.Version, await AskAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task Processes_that_migrate_at_once_do_it_once()
    {
        await MakeAsync(BackToVersion6);
        var stores = Enumerable.Range(0, 8).Select(_ => Open()).ToList();

        var names = await Task.WhenAll(stores.Select(store => Task.Run(
            () => store.ReadAsync(session => session.PartnerApplications.Find(Litware.Lync, "exchange")!.Name, default))));

        Assert.All(names, name => Assert.Equal("Exchange", name));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    /// <summary>SQLite puts such a column behind the last one, on its line.</summary>
    [Fact]
    public async Task A_column_that_was_added_later_is_no_damage()
    {
        await MakeAsync(
            "ALTER TABLE mail_item DROP COLUMN properties; ALTER TABLE mail_item ADD COLUMN properties TEXT NOT NULL DEFAULT '';");
        await using var store = Open();

        Assert.Empty(await store.ReadAsync(session => session.MailItems.ListNewest(1), default));
    }

    [Theory]
    [InlineData(0, "PT7004")]
    [InlineData(1, "PT7002")]
    [InlineData(5, "PT7002")]
    [InlineData(StoreSchema.Version + 1, "PT7003")]
    public async Task A_version_that_no_release_knows_is_refused_and_left_alone(int version, string code)
    {
        await MakeAsync($"PRAGMA user_version = {version}; PRAGMA application_id = {(version == 0 ? 0 : Migrator.ApplicationId)};");
        await using var store = Open();

        var refusal = await Assert.ThrowsAsync<FaultException>(() => store.ReadAsync(session => session.Settings.ReadIdentity(), default));

        Assert.Equal(code, refusal.Faults[0].Code);
        Assert.Equal(version, await AskAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task Steps_are_taken_one_after_the_other_up_to_the_newest()
    {
        await MakeAsync(BackToVersion6);

        await MigrateAsync(WithOneMore);

        Assert.Equal(StoreSchema.Version + 1, await AskAsync("PRAGMA user_version"));
        Assert.Equal(0, await AskAsync("SELECT COUNT(*) FROM palette, remembered_partner"));
    }

    [Fact]
    public async Task A_new_database_takes_the_steps_that_its_schema_does_not_have_yet()
    {
        await MigrateAsync(WithOneMore);

        Assert.Equal(StoreSchema.Version + 1, await AskAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_database_as_it_was()
    {
        await MakeAsync(BackToVersion6);
        Migration[] broken = [.. Migration.All, new(StoreSchema.Version + 1, "CREATE TABLE palette (colour TEXT); DROP TABLE nothing;")];

        await Assert.ThrowsAsync<SqliteException>(() => MigrateAsync(broken));

        Assert.Equal(6, await AskAsync("PRAGMA user_version"));
        Assert.Equal(0, await AskAsync("SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('palette', 'remembered_partner')"));
    }

    [Fact]
    public void The_steps_lead_without_a_gap_to_the_schema_of_a_new_store()
    {
        Assert.Equal(Enumerable.Range(Migration.All[0].Version, Migration.All.Count), Migration.All.Select(step => step.Version));
        Assert.Equal(StoreSchema.Version, Migration.All[^1].Version);
    }

    private static PartnerApplication Record { get; } = Partners.OnLync(keys: Certs.Public(0));

    private SqliteTrustStore Open() => new(directory.Path, null, NullLogger.Instance);

    /// <summary>A store with a record, and then changed behind its back.</summary>
    private async Task MakeAsync(string change)
    {
        await using (var store = Open())
        {
            await store.WriteAsync(session => session.PartnerApplications.Save(Record), default);
        }

        await using var connection = await ConnectAsync();
        StoreConnections.Execute(connection, change);
    }

    private async Task MigrateAsync(IReadOnlyList<Migration> migrations)
    {
        var location = new StoreLocation(directory.Path);
        location.Create();
        var connections = new StoreConnections(location, TimeSpan.FromSeconds(10));
        try
        {
            await new Migrator(location, connections, migrations).BringUpToDateAsync(default);
        }
        finally
        {
            connections.Forget();
        }
    }

    private async Task<int> AskAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={directory.Combine("partnertrust.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
