using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell;

/// <param name="Servers">Every configured server, with defaults filled in.</param>
/// <param name="Mailboxes">The mailboxes that are named in the configuration: one that is not is unknown, not absent.</param>
/// <param name="Shells">How each server is reached, by its fqdn; none for those that are not reached through PowerShell.</param>
public sealed record PowerShellOptions(
    ImmutableArray<Server> Servers, ImmutableArray<Mailbox> Mailboxes, ImmutableSortedDictionary<string, ServerShell> Shells)
{
    public Timeouts Timeouts { get; init; } = Timeouts.Usual;

    /// <summary>The absolute path of the file to which every cmdlet that was run is added; null for none.</summary>
    public string? Transcript { get; init; }

    /// <summary>Where the keys of generated certificates come from, by their size in bits.</summary>
    public Func<int, RSA> MakeKey { get; init; } = RSA.Create;
}
