using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>A store whose writers are killed one after the other, and what must hold in it after each.</summary>
internal sealed class Victim : IDisposable
{
    private const string Writer = "w";
    private readonly TemporaryDirectory directory = new();

    /// <summary>The number of the next transaction.</summary>
    public int Next { get; private set; }

    public void Dispose() => directory.Dispose();

    public Process Start(int lastStatement) => OtherProcess.WriteUntilKilled(directory.Path, Writer, Next, lastStatement);

    public async Task<int> LastReportedAsync(Process writer)
    {
        var last = Next - 1;
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        await writer.WaitForExitAsync();
        return last;
    }

    public async Task CheckAfterAsync(int reported)
    {
        await using var store = new SqliteTrustStore(directory.Path, null, NullLogger.Instance);
        var (sound, applications, servers) = await store.ReadAsync(
            session => (
                session.Statements.Single("PRAGMA integrity_check", row => row.GetString(0)),
                session.PartnerApplications.List(Litware.Lync, null, 100),
                session.AuthorizationServers.List(Litware.Exchange)),
            default);

        Assert.Equal("ok", sound);
        var last = applications.Count == 0 ? -1 : applications.Max(application => NumberOf(application.Name));
        Assert.InRange(last, reported, reported + 1);
        var expected = Enumerable.Range(0, last + 1).TakeLast(StoreWriter.Kept).ToList();
        var key = Certs.Public(0);
        Assert.Equal(
            expected.Select(number => StoreWriter.ApplicationOf(Writer, number, key)),
            applications.OrderBy(application => NumberOf(application.Name)));
        Assert.Equal(expected.Select(number => StoreWriter.ServerOf(Writer, number, key)), servers.OrderBy(server => NumberOf(server.Name)));
        Next = last + 1;
    }

    private static int NumberOf(string name) => int.Parse(name[(Writer.Length + 1)..], CultureInfo.InvariantCulture);
}
