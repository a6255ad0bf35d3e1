using Microsoft.Data.Sqlite;

namespace PartnerTrust.Engines.Tests.Store.Damage;

/// <summary>Stores that were damaged and open all the same: whatever is asked of them, the answer is right or a numbered refusal.</summary>
[Trait("Size", "Nightly")]
public sealed class DamagedStoreTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_sound_store_is_refused_nothing()
    {
        var data = await CopyAsync(0);

        Assert.Empty(await EveryOperation.RunAsync(data).WaitAsync(Patience));
    }

    [Fact]
    public async Task Random_damage_is_answered_with_numbers_alone_and_at_once()
    {
        var first = GeneratedCases.ByNight ? Environment.TickCount : 20130415;
        for (var number = 0; number < GeneratedCases.Number(40, 1500); number++)
        {
            var data = await CopyAsync(number);
            var damage = new Damager(first + number, data).Damage();
            var failure = await Record.ExceptionAsync(() => EveryOperation.RunAsync(data).WaitAsync(Patience));

            Assert.True(failure is null, $"seed {first + number}, {damage}: {failure}");
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    [Theory]
    [InlineData("PRAGMA user_version = -5")]
    [InlineData("PRAGMA user_version = 3")]
    [InlineData("DROP TABLE mail_item")]
    [InlineData("ALTER TABLE setting RENAME TO settings")]
    [InlineData("ALTER TABLE certificate RENAME COLUMN der TO bytes")]
    [InlineData("DROP INDEX published_metadata_host")]
    [InlineData("DROP TABLE host_fault; CREATE VIEW host_fault AS SELECT 'a' AS server, 'b' AS kind, 'c' AS value")]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON certificate BEGIN DELETE FROM certificate; END")]
    [InlineData("UPDATE certificate SET der = x'3082'")]
    [InlineData("UPDATE certificate SET not_after = 9223372036854775807")]
    [InlineData("UPDATE certificate SET not_after = 'aaaa'")]
    [InlineData("UPDATE partner_application SET source_url = 'none'")]
    [InlineData("UPDATE partner_application SET source_url = NULL")]
    [InlineData("UPDATE partner_application SET trust_level = '17'")]
    [InlineData("UPDATE host_fault SET kind = 'Nothing'")]
    [InlineData("UPDATE certificate_slots SET previous = NULL, current = 'x', next = NULL, next_effective = NULL")]
    [InlineData("UPDATE remembered_partner SET source = 'none'")]
    [InlineData("UPDATE remembered_authorization_server SET url = 'none'")]
    [InlineData("UPDATE configured_server SET fqdn = 'a b' WHERE product = 'TokenServer'")]
    [InlineData("UPDATE configured_server SET product = '2'")]
    [InlineData("UPDATE server_certificate SET certificate = (SELECT MAX(id) FROM certificate)")]
    [InlineData("UPDATE mail_item SET created_at = -1")]
    public async Task What_no_engine_wrote_is_told_as_damage(string sql)
    {
        var data = await CopyAsync(0);
        Damage(data, sql);

        var codes = await EveryOperation.RunAsync(data).WaitAsync(Patience);

        Assert.Contains("PT7002", codes);
        Assert.All(codes, code => Assert.StartsWith("PT", code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_that_changed_places_are_told_as_damage()
    {
        var data = await CopyAsync(0);
        var database = Path.Combine(data, "partnertrust.db");
        var content = await File.ReadAllBytesAsync(database);
        var fifth = content.AsSpan(4 * 4096, 4096).ToArray();
        content.AsSpan(8 * 4096, 4096).CopyTo(content.AsSpan(4 * 4096));
        fifth.CopyTo(content.AsSpan(8 * 4096));
        await File.WriteAllBytesAsync(database, content);

        var codes = await EveryOperation.RunAsync(data).WaitAsync(Patience);

        Assert.All(codes, code => Assert.Equal("PT7002", code));
        Assert.NotEmpty(codes);
    }

    private static void Damage(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "partnertrust.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {sql}";
        command.ExecuteNonQuery();
    }

    private async Task<string> CopyAsync(int number)
    {
        var data = directory.Combine($"data{number}");
        await RealStore.CopyToAsync(data);
        return data;
    }
}
