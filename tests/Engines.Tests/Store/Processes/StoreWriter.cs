using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>What a second process does to a store: one numbered transaction after the other, each told to the parent once it is
/// committed. Each adds two records that belong together and removes those of three transactions before.</summary>
internal static class StoreWriter
{
    public const int Kept = 3;

    public static PartnerApplication ApplicationOf(string writer, int number, SigningCertificate key) =>
        Partners.OnLync($"{writer} {number}", key) with { Realm = $"realm{number}" };

    public static AuthorizationServer ServerOf(string writer, int number, SigningCertificate key) => new(
        Litware.Exchange, $"{writer} {number}", new Uri("https://sts.litwareinc.com/metadata/json/1"), $"realm{number}", $"sts@realm{number}", [key]);

    /// <summary>Transactions until the process is killed, or kills itself at the statement of the given number.</summary>
    public static async Task RunAsync(string directory, string writer, byte[] der, int first, int lastStatement, TextWriter progress)
    {
        await using var store = new SqliteTrustStore(directory, null, new DeathAtStatement(lastStatement));
        var key = CertificateReader.Read(der);
        for (var number = first; ; number++)
        {
            await store.WriteAsync(session => WriteOne(session, writer, number, key), default);
            await progress.WriteLineAsync($"{number}");
            await progress.FlushAsync();
        }
    }

    /// <summary>All transactions at once, with nothing removed.</summary>
    public static async Task RunTogetherAsync(string directory, string writer, byte[] der, int count)
    {
        await using var store = new SqliteTrustStore(directory, null, NullLogger.Instance);
        var key = CertificateReader.Read(der);
        await Task.WhenAll(Enumerable.Range(0, count).Select(
            number => Task.Run(() => store.WriteAsync(session => session.PartnerApplications.Save(ApplicationOf(writer, number, key)), default))));
    }

    private static void WriteOne(SqliteSession session, string writer, int number, SigningCertificate key)
    {
        session.PartnerApplications.Save(ApplicationOf(writer, number, key));
        session.PartnerApplications.Remove(Litware.Lync, $"{writer} {number - Kept}");
        session.AuthorizationServers.Save(ServerOf(writer, number, key));
        session.AuthorizationServers.Remove(Litware.Exchange, $"{writer} {number - Kept}");
    }
}
