using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>A server's global OAuth settings, which can't be made or removed: only written, and put back.</summary>
internal sealed class OAuthConfigurationOperations(ITrustStore store, ServerDirectory servers)
{
    public Task<OAuthConfiguration> SaveAsync(SaveOAuthConfiguration request, CancellationToken cancellationToken)
    {
        var configuration = OAuthConfigurationRules.Write(
            servers.Require(request.Server),
            request.Realm,
            request.ExchangeAutodiscoverUrl,
            request.ExchangeAutodiscoverAllowedDomains,
            request.ClientAuthorizationServer);
        return store.WriteAsync(
            session =>
            {
                session.OAuthConfigurations.Save(configuration);
                return configuration;
            },
            cancellationToken);
    }

    /// <summary>Settings that are the product's own defaults are not kept as somebody's.</summary>
    public Task<OAuthConfiguration> RestoreAsync(OAuthConfiguration original, CancellationToken cancellationToken)
    {
        var defaults = OAuthConfigurationRules.Default(servers.Require(original.Server));
        return store.WriteAsync(
            session =>
            {
                session.OAuthConfigurations.Restore(original.Server, original == defaults ? null : original);
                return original;
            },
            cancellationToken);
    }
}
