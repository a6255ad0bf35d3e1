using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Engines.Embedded;

/// <summary>The emulated servers have the mailboxes that the configuration names, and no others.</summary>
internal sealed class ConfiguredMailboxes(ServerDirectory servers) : IMailboxDirectory
{
    public Task<ImmutableArray<Mailbox>> FindAsync(string address, IProgress<string> progress, CancellationToken cancellationToken) =>
        Task.FromResult(servers.FindMailboxes(address).ToImmutableArray());
}
