using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;

namespace PartnerTrust.Engines.Tracing;

/// <summary>An engine each of whose calls to the servers is a span. What is fetched by HTTPS tells of itself, and marks in the engine's own store
/// concern nobody.</summary>
public sealed class TracedEngine(ITrustEngine engine) : ITrustEngine
{
    public string Name => engine.Name;

    public IServerReader Reader { get; } = new TracedReader(engine.Reader);

    public IServerWriter Writer { get; } = new TracedWriter(engine.Writer);

    public IMetadataSource Documents => engine.Documents;

    public IMetadataPublisher? Publisher { get; } = engine.Publisher is { } publisher ? new TracedPublisher(publisher) : null;

    public IConnectivityTester? Tester { get; } = engine.Tester is { } tester ? new TracedTester(tester) : null;

    public IChallengeSource? Challenges => engine.Challenges;

    public IServiceRestarter? Restarter { get; } = engine.Restarter is { } restarter ? new TracedRestarter(restarter) : null;

    public IMailboxDirectory? Mailboxes => engine.Mailboxes;

    public IInstanceLedger? Ledger => engine.Ledger;

    public ICommandPlanner? Commands => engine.Commands;

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
