using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.StackFiles.Declared;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.StackFiles;

/// <summary>What the resources of one provider declare.</summary>
/// <param name="Provider">URN of the provider.</param>
/// <param name="Settings">Of the provider.</param>
/// <param name="State">The trust. What the stack does not declare, and what its files do not tell, is among <see cref="TrustState.Unseen"/>.</param>
/// <param name="Checks">The connectivity checks, with what they last met.</param>
/// <param name="Unknowns">What the files do not tell, each as a sentence.</param>
internal sealed record StackInstallation(
    string Provider, Installation Settings, TrustState State, ImmutableArray<StackCheck> Checks, ImmutableArray<StackUnknown> Unknowns)
{
    /// <summary>In order of fqdn.</summary>
    public ImmutableArray<Server> Servers => [.. Settings.Servers.Values];

    public ImmutableArray<Mailbox> Mailboxes => Settings.Mailboxes;
}
