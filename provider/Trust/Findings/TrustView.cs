using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Findings;

/// <summary>The state with what the checks look up in it.</summary>
internal sealed class TrustView
{
    private readonly Dictionary<string, Server> byDocument = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Server> byIssuer = new(StringComparer.Ordinal);

    public TrustView(TrustState state, DateTimeOffset now)
    {
        (State, Now) = (state, now);
        foreach (var server in state.Servers.Values.OrderBy(s => s.Fqdn, StringComparer.Ordinal))
        {
            byDocument.TryAdd(server.MetadataUrl.AbsoluteUri, server);
            byIssuer.TryAdd(IssuerOf(server), server);
            if (state.PublishedMetadata.TryGetValue(server.Fqdn, out var published))
            {
                byDocument[published.AbsoluteUri] = server;
            }
        }
    }

    public TrustState State { get; }

    public DateTimeOffset Now { get; }

    public CertificateSlots SlotsOf(Server server) =>
        CertificateRules.At(State.Certificates.GetValueOrDefault(server.Fqdn, CertificateSlots.Empty), server.Product, Now);

    public ImmutableArray<SigningCertificate> KeysOf(Server server) => CertificateRules.Published(SlotsOf(server), server.Product, Now);

    public string IssuerOf(Server server)
    {
        var (serviceName, realm) = PrincipalOf(server);
        return $"{serviceName}@{realm}";
    }

    public (string ServiceName, string Realm) PrincipalOf(Server server) =>
        AuthMetadata.PrincipalOf(server, State.OAuthConfigurations.GetValueOrDefault(server.Fqdn));

    /// <summary>The configured server that a record is about; null for a partner outside.</summary>
    public Server? PartnerOf(PartnerApplication record) => record.Source switch
    {
        PartnerSource.Metadata source => byDocument.GetValueOrDefault(source.Url.AbsoluteUri) ?? byIssuer.GetValueOrDefault(record.Issuer),
        PartnerSource.Certificate => byIssuer.GetValueOrDefault(record.Issuer),
        _ => null,
    };
}
