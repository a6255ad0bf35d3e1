using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Operations;

/// <summary>A server's global OAuth settings, which can't be made or removed: only written, and put back.</summary>
internal sealed class OAuthConfigurationOperations(ITrustStore store, ServerDirectory servers)
{
    public Task<OAuthConfiguration> ReadAsync(string fqdn, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => session.ReadOAuthConfiguration(server), cancellationToken);
    }

    public Task<OAuthConfiguration> WriteAsync(OAuthConfigurationRequest request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var configuration = OAuthConfigurationRules.Write(
            server, request.Realm, request.ExchangeAutodiscoverUrl, request.ExchangeAutodiscoverAllowedDomains);
        return store.WriteAsync(
            session =>
            {
                session.OAuthConfigurations.Save(configuration);
                return configuration;
            },
            cancellationToken);
    }

    public Task<OAuthConfiguration?> FindOriginalAsync(string fqdn, CancellationToken cancellationToken)
    {
        var defaults = OAuthConfigurationRules.Default(servers.Require(fqdn));
        return store.ReadAsync(session => session.OAuthConfigurations.FindOriginal(defaults), cancellationToken);
    }

    public Task RestoreAsync(string fqdn, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.WriteAsync(
            session =>
            {
                session.OAuthConfigurations.Restore(server.Fqdn);
                return true;
            },
            cancellationToken);
    }
}
