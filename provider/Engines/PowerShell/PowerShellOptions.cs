using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell;

/// <param name="Servers">Every configured server, with defaults filled in.</param>
/// <param name="Mailboxes">The mailboxes that are named; others are unknown, not absent.</param>
/// <param name="Shells">Where the cmdlets of each server run, by fqdn; authorization servers of third parties have none.</param>
public sealed record PowerShellOptions(
    ImmutableArray<Server> Servers, ImmutableArray<Mailbox> Mailboxes, ImmutableDictionary<string, ServerShell> Shells)
{
    public TimeLimits Limits { get; init; } = TimeLimits.Usual;

    /// <summary>The file to which every call is written; null for none.</summary>
    public string? Transcript { get; init; }

    /// <summary>Where the keys of generated certificates come from, by their size in bits.</summary>
    public Func<int, RSA> MakeKey { get; init; } = RSA.Create;
}
