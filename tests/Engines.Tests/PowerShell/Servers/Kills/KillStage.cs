using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;

/// <summary>The servers of the documents, each of which signs, behind real shells; what becomes of them when one is killed.</summary>
internal sealed class KillStage : IAsyncDisposable
{
    private static readonly ImmutableArray<Server> Servers = [Estate.Lync, Estate.Exchange, Estate.SharePoint, Estate.TokenServer];

    private KillStage(MemoryEngine store, FakeTimeProvider time, SimulatedServers played) => (Store, Time, Played) = (store, time, played);

    /// <summary>What the servers keep.</summary>
    public MemoryEngine Store { get; }

    public FakeTimeProvider Time { get; }

    public SimulatedServers Played { get; }

    public SimulatedWorld World => Played.World;

    /// <param name="open">Who answers for the servers.</param>
    public static async Task<KillStage> SetAsync(Func<StoreEngine, ImmutableArray<Server>, TimeProvider, SimulatedServers> open)
    {
        var time = new FakeTimeProvider(Certs.Now);
        var store = MemoryEngine.Publishing(Servers, [], time, RSA.Create);
        foreach (var (key, server) in Servers.Index())
        {
            await store.BindCertificateAsync(new BindCertificate(server.Fqdn, Key(key), null), default);
        }

        return new KillStage(store, time, open(store, Servers, time));
    }

    /// <summary>Behind shells that are kept from stage to stage.</summary>
    public static Task<KillStage> SetAsync() => SetAsync((store, servers, time) => SimulatedServers.Of(store, servers, [], time));

    public static CertificateSource Key(int key) => new CertificateSource.Imported(Pem.Of(Certs.Key(key)), null);

    public async ValueTask DisposeAsync()
    {
        await Played.DisposeAsync();
        await Store.DisposeAsync();
    }
}
