using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;

namespace PartnerTrust.Engines.Contract;

/// <summary>Keeps the trust, or reaches the servers that keep it. It promises what real servers can keep: each server is read and written by
/// itself, and a write may be interrupted. What not every engine can do is a capability of its own, null where it is missing. What an
/// engine cannot tell is unknown, never absent.</summary>
public interface ITrustEngine : IAsyncDisposable
{
    /// <summary>As the setting <c>engine</c> names it.</summary>
    string Name { get; }

    IServerReader Reader { get; }

    IServerWriter Writer { get; }

    /// <summary>How consumers fetch the documents that others publish.</summary>
    IMetadataSource Documents { get; }

    /// <summary>Null where the servers publish by themselves.</summary>
    IMetadataPublisher? Publisher { get; }

    /// <summary>Null where no call can be tried.</summary>
    IConnectivityTester? Tester { get; }

    /// <summary>How hosts are asked whose tokens they take; null where nobody can be.</summary>
    IChallengeSource? Challenges { get; }

    /// <summary>Null where nothing can be restarted.</summary>
    IServiceRestarter? Restarter { get; }

    /// <summary>Null where only the mailboxes of the configuration are known: then one that is not named is unknown, not absent.</summary>
    IMailboxDirectory? Mailboxes { get; }

    /// <summary>What the engine's store remembers of resources; null where the engine has no store of its own.</summary>
    IInstanceLedger? Ledger { get; }

    /// <summary>Null where no commands are run on servers.</summary>
    ICommandPlanner? Commands { get; }
}
