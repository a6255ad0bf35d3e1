using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Operations;

namespace PartnerTrust.Engines.Store;

/// <summary>An engine that keeps the trust itself, in a store. What differs between such engines is what they can do beside that.</summary>
public abstract class StoreEngine : ITrustEngine
{
    private protected StoreEngine(TrustOperations operations)
    {
        Operations = operations;
        Reader = new StoreReader(operations.Store, operations.Servers);
        Writer = new StoreWriter(operations);
        Documents = operations.Fetching;
    }

    public abstract string Name { get; }

    public IServerReader Reader { get; }

    public IServerWriter Writer { get; }

    public IMetadataSource Documents { get; }

    public abstract IMetadataPublisher? Publisher { get; }

    public abstract IConnectivityTester? Tester { get; }

    public virtual IChallengeSource? Challenges => null;

    public abstract IServiceRestarter? Restarter { get; }

    public abstract IMailboxDirectory? Mailboxes { get; }

    public virtual IInstanceLedger? Ledger => null;

    public ICommandPlanner? Commands => null;

    internal TrustOperations Operations { get; }

    public virtual async ValueTask DisposeAsync()
    {
        await Operations.Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
