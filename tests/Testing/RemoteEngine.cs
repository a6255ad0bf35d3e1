using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;

namespace PartnerTrust.Testing;

/// <summary>An engine that is no store: it reaches servers call by call, which may fail before or after any write, shows no private keys and of
/// Lync's records no public ones, knows no mailboxes but those that are named, and remembers neither who made a certificate, nor since when it
/// signs, nor what settings were before. The servers are those of another engine.</summary>
public sealed class RemoteEngine : ITrustEngine
{
    private readonly ITrustEngine world;
    private readonly RemoteReader reader;

    public RemoteEngine(ITrustEngine world, ServerDirectory servers)
    {
        this.world = world;
        var keys = new HiddenKeys(servers);
        reader = new RemoteReader(world.Reader, servers, keys);
        Writer = new RemoteWriter(world.Writer, keys, Troubles);
    }

    public string Name => "remote";

    public RemoteTroubles Troubles { get; } = new();

    /// <summary>Everything that was asked, in order.</summary>
    public IReadOnlyCollection<ServerQuery> Asked => reader.Asked;

    /// <summary>Held up by a test until it lets each question go on.</summary>
    public Func<ServerQuery, Task> OnQuestion
    {
        get => reader.OnQuestion;
        set => reader.OnQuestion = value;
    }

    public IServerReader Reader => reader;

    public IServerWriter Writer { get; }

    public IChallengeSource? Challenges => world.Challenges;

    public IMetadataSource Documents => world.Documents;

    public IMetadataPublisher? Publisher => null;

    public IConnectivityTester? Tester => world.Tester;

    public IServiceRestarter? Restarter => world.Restarter;

    public IMailboxDirectory? Mailboxes => null;

    public IInstanceLedger? Ledger => null;

    public ICommandPlanner? Commands => null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
