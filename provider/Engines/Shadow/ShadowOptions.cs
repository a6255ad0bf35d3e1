using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Shadow;

/// <param name="Servers">Every configured server, with defaults filled in.</param>
/// <param name="Mailboxes">The mailboxes that are named in the configuration.</param>
public sealed record ShadowOptions(ImmutableArray<Server> Servers, ImmutableArray<Mailbox> Mailboxes)
{
    /// <summary>Where the keys of generated certificates come from, by their size in bits.</summary>
    public Func<int, RSA> MakeKey { get; init; } = RSA.Create;
}
