using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines;

/// <summary>What the provider's configuration says about the installation.</summary>
/// <param name="Servers">Every server, with defaults filled in.</param>
/// <param name="Mailboxes">The mailboxes of the embedded Exchange servers.</param>
/// <param name="DataDirectory">Where the embedded engine keeps its database; made when it is missing.</param>
public sealed record EngineOptions(ImmutableArray<Server> Servers, ImmutableArray<Mailbox> Mailboxes, string DataDirectory)
{
    /// <summary>Where the keys of generated certificates come from, by their size: making one is the slowest thing an engine does.</summary>
    public Func<int, RSA> MakeKey { get; init; } = RSA.Create;
}
