using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Schema;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Store;

public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_database_of_version_1_keeps_its_records_and_gains_what_is_new()
    {
        await MakeVersion1Async();
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);

        await store.WriteAsync(session => session.Hosts.Switch(new HostFault(Partners.Lync, HostFaultKind.Html, null)), default);

        var (version, name) = await store.ReadAsync(
            session => (session.Single("PRAGMA user_version", row => row.GetInt32(0)), session.PartnerApplications.Find(Partners.Lync, "old")?.Name),
            default);
        Assert.Equal((Migrator.Steps.Count, "Old"), (version, name));
    }

    [Fact]
    public async Task Processes_that_migrate_at_once_do_it_once()
    {
        await MakeVersion1Async();
        var stores = Enumerable.Range(0, 8).Select(_ => new SqliteTrustStore(directory.Path, null, NullLogger.Instance)).ToList();

        var names = await Task.WhenAll(stores.Select(store => Task.Run(
            () => store.ReadAsync(session => session.PartnerApplications.Find(Partners.Lync, "old")!.Name, default))));

        Assert.All(names, name => Assert.Equal("Old", name));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("ConversationHistory", "conversationhistory")]
    [InlineData("Inbox", "inbox")]
    [InlineData("Dumpster", "archiverecoverableitemspurges")]
    public async Task An_item_of_version_2_is_still_in_its_folder(string before, string after)
    {
        await MakeAsync(2, $"""
            INSERT INTO mail_item (id, change_key, mailbox, folder, item_class, subject, body, body_type, created_by, created_at)
            VALUES ('i', 'c', 'kenmyer@litwareinc.com', '{before}', 'IPM.Note', 's', 'b', 'Text', 'x@y', 0)
            """);
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);

        var item = await store.ReadAsync(session => session.MailItems.Find("i"), default);

        Assert.Equal((after, ""), (item!.Folder.Name, item.Properties));
    }

    [Fact]
    public async Task A_certificate_of_version_4_signs_since_nobody_knows_when()
    {
        await MakeAsync(4, $"INSERT INTO certificate_slots (server) VALUES ('{Partners.Lync}')");
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);

        Assert.Null((await store.ReadAsync(session => session.Certificates.FindSlots(Partners.Lync), default)).CurrentSince);
    }

    private Task MakeVersion1Async() => MakeAsync(1, $"""
        INSERT INTO partner_application (server, name, source, trust_any_certificate, application_identifier, realm, issuer, enabled,
            accept_sid, linked_account_roles)
        VALUES ('{Partners.Lync}', 'Old', 'authorizationServer', 0, '{WellKnownApplications.Exchange}', 'r', 'i@r', 1, 0, '')
        """);

    private async Task MakeAsync(int version, string record)
    {
        var location = new StoreLocation(directory.Path);
        location.Create();
        var connections = new StoreConnections(location, TimeSpan.FromSeconds(10));
        await using (var connection = await connections.OpenAsync(default))
        {
            await new Migrator(location, connections).UpgradeAsync(connection, version, default);
            StoreConnections.Execute(connection, record);
        }

        connections.Forget();
    }
}
