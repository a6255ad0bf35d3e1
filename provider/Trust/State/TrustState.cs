using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.State;

/// <summary>Everything that decides whether one server accepts another's call: the whole, or the slice that one question needs.
/// Records are keyed by server fqdn, or by server fqdn and name; a server may publish at several URLs.</summary>
public sealed record TrustState(
    ImmutableDictionary<string, Server> Servers,
    ImmutableDictionary<string, CertificateSlots> Certificates,
    ImmutableDictionary<string, ImmutableArray<Uri>> PublishedMetadata,
    ImmutableDictionary<(string Server, string Name), PartnerApplication> PartnerApplications,
    ImmutableDictionary<string, OAuthConfiguration> OAuthConfigurations,
    ImmutableDictionary<(string Server, string Name), AuthorizationServer> AuthorizationServers,
    ImmutableDictionary<string, Mailbox> Mailboxes)
{
    /// <summary>By server: which certificates lie on its members, for servers that have members.</summary>
    public ImmutableDictionary<string, ImmutableArray<CertificateCopy>> MemberCopies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<CertificateCopy>>.Empty;

    /// <summary>Whether there are no other mailboxes than <see cref="Mailboxes"/>. Where that is not known, one that is not among them may
    /// exist.</summary>
    public bool MailboxesAreComplete { get; init; } = true;

    /// <summary>What nobody could see: where nothing is known of it here, that does not say that there is nothing.</summary>
    public ImmutableHashSet<(string Server, TrustPart Part)> Unseen { get; init; } = [];

    public static TrustState Empty { get; } = new(
        ImmutableDictionary<string, Server>.Empty,
        ImmutableDictionary<string, CertificateSlots>.Empty,
        ImmutableDictionary<string, ImmutableArray<Uri>>.Empty,
        ImmutableDictionary<(string, string), PartnerApplication>.Empty,
        ImmutableDictionary<string, OAuthConfiguration>.Empty,
        ImmutableDictionary<(string, string), AuthorizationServer>.Empty,
        ImmutableDictionary<string, Mailbox>.Empty);
}
