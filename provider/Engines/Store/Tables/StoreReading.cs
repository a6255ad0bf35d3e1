using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Store.Tables;

internal static class StoreReading
{
    /// <summary>The server's settings; the product's defaults where nothing was ever written (domain.md 1.3, 4.2).</summary>
    public static OAuthConfiguration ReadOAuthConfiguration(this IStoreSession session, Server server) =>
        session.OAuthConfigurations.Find(server.Fqdn)
        ?? OAuthConfigurationRules.Default(server);
}
