using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Rollover;

/// <summary>A record somewhere that holds a copy of the rolling server's keys.</summary>
/// <param name="Server">Who keeps it.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Policy">How it comes to read the keys again.</param>
/// <param name="ReadsMetadata">Whether it reads them from the document.</param>
/// <param name="Keys">The copy; null where its keeper does not show it.</param>
internal sealed record RolloverConsumer(
    string Server, string Name, RefreshPolicy Policy, bool ReadsMetadata, ImmutableArray<SigningCertificate>? Keys)
{
    /// <summary>Whether it is known to hold the key.</summary>
    public bool Holds(SigningCertificate key) => Keys?.Contains(key) is true;

    /// <summary>Whether it is known not to hold the key.</summary>
    public bool Lacks(SigningCertificate key) => Keys?.Contains(key) is false;

    /// <summary>Everyone who checks signatures of <paramref name="server"/>, in order of server and name.</summary>
    public static ImmutableArray<RolloverConsumer> Of(TrustState state, Server server)
    {
        var (serviceName, realm) = AuthMetadata.PrincipalOf(server, state.OAuthConfigurations.GetValueOrDefault(server.Fqdn));
        var issuer = $"{serviceName}@{realm}";
        var partners = state.PartnerApplications.Values
            .Where(r => r.Issuer == issuer && r.Source is not PartnerSource.AuthorizationServer && r.Server != server.Fqdn)
            .Select(r => new RolloverConsumer(
                r.Server, r.Name, RefreshPolicy.OfPartner(ProductOf(state, r.Server)), r.Source is PartnerSource.Metadata, r.TrustedKeys));
        var authorities = state.AuthorizationServers.Values
            .Where(r => r.Issuer == issuer)
            .Select(r => new RolloverConsumer(
                r.Server, r.Name, RefreshPolicy.OfAuthorizationServer(ProductOf(state, r.Server)), true, r.TrustedKeys));
        return [.. partners.Concat(authorities).OrderBy(c => c.Server, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    private static ServerProduct? ProductOf(TrustState state, string fqdn) => state.Servers.GetValueOrDefault(fqdn)?.Product;
}
