using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>The planned trust, for operations of which it is told what they would run.</summary>
internal sealed class PlanningEngine(ITrustEngine planned) : ITrustEngine
{
    public string Name => planned.Name;

    public IServerReader Reader => planned.Reader;

    public required IServerWriter Writer { get; init; }

    public IMetadataSource Documents => planned.Documents;

    public IMetadataPublisher? Publisher => planned.Publisher;

    public required IConnectivityTester? Tester { get; init; }

    public IChallengeSource? Challenges => planned.Challenges;

    public required IServiceRestarter? Restarter { get; init; }

    public IMailboxDirectory? Mailboxes => planned.Mailboxes;

    public IInstanceLedger? Ledger => planned.Ledger;

    public ICommandPlanner? Commands => null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
