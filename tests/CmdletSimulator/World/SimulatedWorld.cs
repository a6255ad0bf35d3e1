using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World.Exchange;
using PartnerTrust.CmdletSimulator.World.Lync;
using PartnerTrust.CmdletSimulator.World.Machines;
using PartnerTrust.CmdletSimulator.World.SharePoint;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Servers that answer cmdlets. What they keep of the trust lies in an engine's store, under our own rules, so that whoever reads that
/// store sees the same; what a store has no room for (accounts, domain controllers, virtual directories) lies here, beside it.</summary>
public sealed class SimulatedWorld
{
    private readonly ConcurrentQueue<PlayedCall> calls = new();
    private readonly CmdletTable table = new();
    private readonly WorldStore store;

    /// <param name="engine">Whose store it is: one in memory, or one in a data directory.</param>
    /// <param name="time">The servers' clock, that of the engine.</param>
    /// <param name="sessions">Sessions that were opened before, where shells outlive a world; null for none.</param>
    public SimulatedWorld(StoreEngine engine, TimeProvider time, OpenSessions? sessions = null)
    {
        Sessions = sessions ?? new OpenSessions();
        store = new WorldStore(engine, time);
        Directory = new ExchangeDirectory(store);
        Lync = new LyncDeployments(store);
        SharePoint = new SharePointFarms(store);
        Services = new MachineServices(store, Sessions);
        foreach (var noun in Nouns())
        {
            noun.AddTo(table);
        }
    }

    /// <summary>Every call that passed the binder, in order.</summary>
    public IReadOnlyCollection<PlayedCall> Calls => calls;

    /// <summary>What goes wrong, and when.</summary>
    public TroublePlan Troubles { get; } = new();

    /// <summary>What Exchange keeps in Active Directory and has no place in a trust.</summary>
    public ExchangeDirectory Directory { get; }

    public LyncDeployments Lync { get; }

    public SharePointFarms SharePoint { get; }

    /// <summary>What the roles of the account hide (powershell.md 4).</summary>
    public Rbac Rbac { get; } = new();

    /// <summary>The services of all machines.</summary>
    public MachineServices Services { get; }

    /// <summary>The remote sessions that are open.</summary>
    public OpenSessions Sessions { get; }

    /// <summary>Releases of servers, by fqdn; the newest of its product where a server has none here.</summary>
    public ConcurrentDictionary<string, Edition> Editions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Machines that nobody reaches: a session to them cannot be opened.</summary>
    public ConcurrentDictionary<string, bool> Unreachable { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The cmdlets that somebody answers for.</summary>
    public IEnumerable<string> Cmdlets => table.Cmdlets;

    public IEnumerable<Server> Servers => store.Servers.Servers;

    public Edition EditionOf(Server server) => Editions.TryGetValue(server.Fqdn, out var edition) ? edition : Edition.Newest(server.Product);

    /// <summary>The server to which a machine belongs.</summary>
    public Server? FindServer(string machine) => store.Servers.FindByHost(machine);

    /// <summary>Writes modules for sessions that open later; set by whoever serves the world.</summary>
    internal ISessionModules? SessionModules { get; set; }

    public async Task<PlayedAnswer> AnswerAsync(PlayedCall call, CancellationToken cancellationToken)
    {
        calls.Enqueue(call);
        var trouble = Troubles.Take(call);
        if (trouble is not null && await trouble.BeforeAsync(call, cancellationToken) is { } instead)
        {
            return instead;
        }

        var answer = await DoAsync(call, cancellationToken);
        return trouble is null ? answer : await trouble.AfterAsync(answer, cancellationToken);
    }

    /// <summary>Puts a record where it is, past every rule: what an older administrator, or a hybrid's wizard, left.</summary>
    public async Task SeedAsync(PartnerApplication record, CancellationToken cancellationToken) =>
        await store.WriteAsync(session => session.PartnerApplications.Save(record), cancellationToken);

    public async Task SeedAsync(AuthorizationServer record, CancellationToken cancellationToken) =>
        await store.WriteAsync(session => session.AuthorizationServers.Save(record), cancellationToken);

    /// <summary>Puts a certificate into the server's store, as somebody did who never bound it.</summary>
    public Task SeedAsync(string server, CertificateWithKey certificate, CancellationToken cancellationToken) =>
        store.AddAsync(store.Servers.Require(server), certificate, cancellationToken);

    /// <summary>Everything that happened so far is forgotten: what is listed then was called since.</summary>
    public ImmutableArray<PlayedCall> TakeCalls()
    {
        var taken = ImmutableArray.CreateBuilder<PlayedCall>();
        while (calls.TryDequeue(out var call))
        {
            taken.Add(call);
        }

        return taken.ToImmutable();
    }

    private async Task<PlayedAnswer> DoAsync(PlayedCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (call.Session is { } session && Sessions.Find(session) is null)
            {
                throw new PlayedErrorException(SessionErrors.Lost);
            }

            var server = store.Servers.FindByHost(call.Machine)
                ?? throw new PlayedErrorException(WorldErrors.Unplayed($"There is no server {call.Machine} in the simulated world."));
            var deed = table.Find(call.Cmdlet)
                ?? throw new PlayedErrorException(WorldErrors.Unplayed($"Nobody plays {call.Cmdlet}."));
            return await deed(call, server, cancellationToken);
        }
        catch (PlayedErrorException failure)
        {
            return PlayedAnswer.Failed(failure.Error);
        }
        catch (FaultException refusal)
        {
            return PlayedAnswer.Failed(WorldErrors.Refused(call, refusal));
        }
    }

    private IEnumerable<INoun> Nouns() =>
    [
        new CsCertificates(store, Lync), new CsPartnerApplications(store), new CsOAuthConfigurations(store, Lync), new CsOAuthServers(store, Lync),
        new CsStorageTests(store), new CsTopology(store, Lync, this),
        new AuthConfigs(store, Directory), new ExchangeCertificates(store, Directory, this), new PartnerApplications(store, Directory),
        new AuthServers(store, Directory), new Accounts(store, Directory), new RoleAssignments(store, Directory),
        new Organisations(Directory, this), new VirtualDirectories(Directory), new ClientAccess(Directory), new OAuthTests(store),
        new TokenIssuers(store, SharePoint), new TokenServiceConfigs(store), new Realms(SharePoint), new RootAuthorities(store, SharePoint),
        new AppPrincipals(store, SharePoint), new Sites(this),
        new Machines.Sessions(this), new Snapins(this), new MachineCertificates(store), new MachineClocks(store), Services,
    ];
}
