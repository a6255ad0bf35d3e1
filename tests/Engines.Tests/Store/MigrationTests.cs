using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Hosts.Faults;
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

    private async Task MakeVersion1Async()
    {
        var location = new StoreLocation(directory.Path);
        location.Create();
        var connections = new StoreConnections(location, TimeSpan.FromSeconds(10));
        await using (var connection = await connections.OpenAsync(default))
        {
            await new Migrator(location, connections).UpgradeAsync(connection, 1, default);
            StoreConnections.Execute(
                connection,
                $"""
                INSERT INTO partner_application (server, name, source, trust_any_certificate, application_identifier, realm, issuer, enabled,
                    accept_sid, linked_account_roles)
                VALUES ('{Partners.Lync}', 'Old', 'authorizationServer', 0, '{WellKnownApplications.Exchange}', 'r', 'i@r', 1, 0, '')
                """);
        }

        connections.Forget();
    }
}
