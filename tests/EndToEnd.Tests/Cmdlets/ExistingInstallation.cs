using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>What administrators left on the servers years ago: a two-way trust by the vendor's script (domain.md 4.4), and beside it what the hybrid
/// wizard of Microsoft 365 keeps in the same containers (domain.md 4.6).</summary>
internal static class ExistingInstallation
{
    public const string Script = "LyncEnterprise-1f2e3d4c5b6a49788796a5b4c3d2e1f0";

    private const string Tenant = "f5e2a1b0-7c6d-4e5f-8a9b-0c1d2e3f4a5b";
    private const string ExchangeId = "00000002-0000-0ff1-ce00-000000000000";
    private const string LyncId = "00000004-0000-0ff1-ce00-000000000000";

    public static readonly ImmutableArray<string> Hybrid =
    [
        "ACS - " + Tenant, "EvoSts - " + Tenant, "Exchange Online", "Skype for Business Online", "Microsoft Graph", "Teams", "microsoft.sts",
        "microsoft.exchange",
    ];

    public static async Task MakeAsync(CmdletBench bench)
    {
        var source = new CertificateSource.Generated("CN=litwareinc.com OAuth", 2048, 730);
        await bench.Servers.BindCertificateAsync(new BindCertificate(Litware.Lync, source, null), CancellationToken.None);
        await EmulatedServers.SetLyncSettingsAsync(bench.Data, Estate.LyncSettings);
        var state = await EmulatedServers.ReadAsync(bench.Data);
        foreach (var record in (PartnerApplication[])[OnLync(KeyOf(Litware.Exchange)), OnExchange(KeyOf(Litware.Lync)), .. HybridPartners()])
        {
            await bench.World.SeedAsync(record, CancellationToken.None);
        }

        foreach (var server in HybridServers())
        {
            await bench.World.SeedAsync(server, CancellationToken.None);
        }

        SigningCertificate KeyOf(string server) => state.Certificates[server].Current!;
    }

    /// <summary>The rows of the hybrid's records, column by column.</summary>
    public static async Task<string> HybridRowsAsync(CmdletBench bench)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(bench.Data, "partnertrust.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var rows = new List<string>();
        foreach (var table in (string[])["partner_application", "authorization_server"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY id";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
                rows.AddRange(Hybrid.Where(name => row.Contains(name, StringComparison.Ordinal)).Take(1).Select(_ => row));
            }
        }

        Assert.Equal(Hybrid.Length, rows.Count);
        return string.Join('\n', rows);
    }

    private static PartnerApplication OnLync(SigningCertificate key) => new(
        Litware.Lync,
        "Exchange",
        new PartnerSource.Metadata(Litware.Url(Litware.Exchange, "/autodiscover/metadata/json/1"), TrustAnySslCertificate: false),
        ExchangeId,
        Litware.Realm,
        $"{ExchangeId}@{Litware.Realm}",
        [key],
        TrustLevel.Full,
        Enabled: true,
        AcceptSecurityIdentifierInformation: false,
        LinkedAccount: null);

    private static PartnerApplication OnExchange(SigningCertificate key) => new(
        Litware.Exchange,
        Script,
        new PartnerSource.Metadata(Litware.Url(Litware.Lync, "/metadata/json/1"), TrustAnySslCertificate: false),
        LyncId,
        Litware.Realm,
        $"{LyncId}@{Litware.Realm}",
        [key],
        TrustLevel: null,
        Enabled: true,
        AcceptSecurityIdentifierInformation: false,
        new LinkedAccount("LyncEnterprise-ApplicationAccount", ["UserApplication", "ArchiveApplication"]));

    private static IEnumerable<PartnerApplication> HybridPartners() =>
    [
        Cloud(Litware.Exchange, "Exchange Online", ExchangeId, "") with
        {
            LinkedAccount = new LinkedAccount("Exchange Online-ApplicationAccount", ["UserApplication", "MeetingGraphApplication"]),
        },
        Cloud(Litware.Exchange, "Skype for Business Online", LyncId, Tenant),
        Cloud(Litware.Exchange, "Microsoft Graph", "00000003-0000-0000-c000-000000000000", ""),
        Cloud(Litware.Exchange, "Teams", "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", ""),
        Cloud(Litware.Lync, "microsoft.exchange", ExchangeId, Tenant) with { TrustLevel = TrustLevel.Full },
    ];

    private static PartnerApplication Cloud(string server, string name, string identifier, string realm) => new(
        server,
        name,
        new PartnerSource.AuthorizationServer(identifier, realm),
        identifier,
        realm,
        $"{identifier}@{realm}",
        TrustedKeys: [],
        TrustLevel: null,
        Enabled: true,
        AcceptSecurityIdentifierInformation: false,
        LinkedAccount: null);

    private static IEnumerable<AuthorizationServer> HybridServers() =>
    [
        Issuing(Litware.Exchange, "ACS - " + Tenant, $"https://accounts.accesscontrol.windows.net/{Tenant}/metadata/json/1"),
        Issuing(Litware.Exchange, "EvoSts - " + Tenant, $"https://login.windows.net/{Tenant}/federationmetadata/2007-06/federationmetadata.xml"),
        Issuing(Litware.Lync, "microsoft.sts", $"https://accounts.accesscontrol.windows.net/{Tenant}/metadata/json/1"),
    ];

    private static AuthorizationServer Issuing(string server, string name, string url) =>
        new(server, name, new Uri(url), Tenant, $"00000001-0000-0000-c000-000000000000@{Tenant}", TrustedKeys: []);
}
