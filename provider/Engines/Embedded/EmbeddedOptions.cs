using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Embedded;

/// <param name="Servers">Every emulated server, with defaults filled in.</param>
/// <param name="Mailboxes">All mailboxes of the emulated Exchange servers.</param>
/// <param name="DataDirectory">Where the database lies; made when it is missing.</param>
public sealed record EmbeddedOptions(ImmutableArray<Server> Servers, ImmutableArray<Mailbox> Mailboxes, string DataDirectory)
{
    /// <summary>Where the keys of generated certificates come from, by their size in bits.</summary>
    public Func<int, RSA> MakeKey { get; init; } = RSA.Create;
}
