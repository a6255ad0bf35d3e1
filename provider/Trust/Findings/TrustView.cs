using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Findings;

/// <summary>The state with what the checks look up in it.</summary>
internal sealed class TrustView
{
    private readonly Dictionary<string, Server> byDocument = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Server> byIssuer;
    private readonly ImmutableArray<Server> servers;

    public TrustView(TrustState state, DateTimeOffset now)
    {
        (State, Now) = (state, now);
        servers = [.. state.Servers.Values.OrderBy(server => server.Fqdn, StringComparer.Ordinal)];
        byIssuer = servers.ToLookup(IssuerOf, StringComparer.Ordinal);
        foreach (var server in servers)
        {
            byDocument.TryAdd(server.MetadataUrl.AbsoluteUri, server);
            foreach (var published in state.PublishedMetadata.GetValueOrDefault(server.Fqdn, []))
            {
                byDocument[published.AbsoluteUri] = server;
            }
        }
    }

    public TrustState State { get; }

    public DateTimeOffset Now { get; }

    public int RenewalDays { get; init; } = TrustFindings.UsualRenewalDays;

    /// <summary>Whether what is not there is known to be absent.</summary>
    public bool Sees(Server server, TrustPart part) => !State.Unseen.Contains((server.Fqdn, part));

    public CertificateSlots SlotsOf(Server server) =>
        CertificateRules.At(State.Certificates.GetValueOrDefault(server.Fqdn, CertificateSlots.Empty), server.Product, Now);

    /// <summary>How a copy of the server's keys differs from what it publishes; where it publishes nothing, there is nothing to differ from, and
    /// where the copy is not shown, nobody can tell. A record that holds a single key by its nature lacks nothing when it holds the one that
    /// signs.</summary>
    public ImmutableArray<Fault> DriftOf(
        string keeper, string name, ImmutableArray<SigningCertificate>? copied, Server server, bool single = false)
    {
        if (copied is not { } keys)
        {
            return [];
        }

        var published = CertificateRules.Published(SlotsOf(server), server.Product, Now);
        return published.IsEmpty || (single && keys.Contains(published[0])) ? [] : MetadataRules.Drift(keeper, name, keys, published);
    }

    public string IssuerOf(Server server)
    {
        var (serviceName, realm) = PrincipalOf(server);
        return $"{serviceName}@{realm}";
    }

    public (string ServiceName, string Realm) PrincipalOf(Server server) =>
        AuthMetadata.PrincipalOf(server, State.OAuthConfigurations.GetValueOrDefault(server.Fqdn));

    /// <summary>The configured server that a record is about; null for a partner outside. Of several that issue under its principal it is the one
    /// whose key it holds, else the one at whose URL it was read.</summary>
    public Server? PartnerOf(PartnerApplication record)
    {
        if (record.Source is PartnerSource.AuthorizationServer)
        {
            return null;
        }

        var named = record.Source is PartnerSource.Metadata source ? FindByDocument(source.Url) : null;
        ImmutableArray<Server> issuers = [.. byIssuer[record.Issuer].Where(server => server.Fqdn != record.Server)];
        return issuers.Length < 2 ? named ?? issuers.FirstOrDefault()
            : issuers.FirstOrDefault(server => ShareKey(record, server)) ?? (named is not null && issuers.Contains(named) ? named : issuers[0]);
    }

    /// <summary>The configured authorization server that a record is about; null for one outside.</summary>
    public Server? TokenServerOf(AuthorizationServer record) => FindByDocument(record.AuthMetadataUrl) ?? byIssuer[record.Issuer].FirstOrDefault();

    /// <summary>Whether a server keeps a record under which the partner's tokens are taken: of its principal and, where another server has that, too,
    /// of its keys.</summary>
    public bool Trusts(Server keeper, Server partner) =>
        State.PartnerApplications.Values.Any(record => record.Server == keeper.Fqdn && CallersBy(record).Contains(partner))
        || State.PartnerApplications.Values.Any(record => record.Server == keeper.Fqdn && record.Source is not PartnerSource.AuthorizationServer
            && record.Issuer == IssuerOf(partner) && !IsOfAnother(record, partner));

    private bool IsOfAnother(PartnerApplication record, Server partner) =>
        !ShareKey(record, partner) && byIssuer[record.Issuer].Any(other => other != partner && other.Fqdn != record.Server && ShareKey(record, other))
        && !SlotsOf(partner).All.IsEmpty;

    private bool ShareKey(PartnerApplication record, Server server) => SlotsOf(server).All.Any((record.TrustedKeys ?? []).Contains);

    private Server? FindByDocument(Uri url) => byDocument.GetValueOrDefault(url.AbsoluteUri)
        ?? servers.FirstOrDefault(server => MetadataUrls.AreOf(server, url)
            && MetadataUrls.AreSamePath(url.AbsolutePath, server.MetadataUrl.AbsolutePath, server.Product));

    /// <summary>The configured servers whose tokens the record lets in. Behind an authorization server they are those of its application
    /// that use a
    /// authorization server which the record's keeper trusts: the cloud's application of the same identifier (domain.md 4.6) uses
    /// another.</summary>
    public IEnumerable<Server> CallersBy(PartnerApplication record) => record.Source is PartnerSource.AuthorizationServer behind
        ? State.Servers.Values.Where(server => PrincipalOf(server) is var (name, realm)
            && name == record.ApplicationIdentifier && (behind.Realm.Length == 0 || realm == behind.Realm)
            && ShareAuthorizationServer(server.Fqdn, record.Server))
        : PartnerOf(record) is { } partner ? [partner] : [];

    private bool ShareAuthorizationServer(string one, string other) => IssuersUsedBy(one).Overlaps(IssuersUsedBy(other));

    private HashSet<string> IssuersUsedBy(string server) =>
        [.. State.AuthorizationServers.Values.Where(record => record.Server == server && !record.IsForClients).Select(record => record.Issuer)];
}
