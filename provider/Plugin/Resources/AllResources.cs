using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;
using PartnerTrust.Plugin.Resources.AuthorizationServers;
using PartnerTrust.Plugin.Resources.CertificateBindings;
using PartnerTrust.Plugin.Resources.ConnectivityChecks;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Plugin.Resources.PartnerApplications;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Every resource type of the package.</summary>
internal static class AllResources
{
    public static ResourceRegistry Of(ProgramRun run) => new(
        run.Session.Schema,
        [
            new CertificateBindingResource(run.Session.Environment, run.Preview),
            new AuthMetadataEndpointResource(),
            new PartnerApplicationResource(run),
            new OAuthConfigurationResource(),
            new AuthorizationServerResource(run),
            new ConnectivityCheckResource(run.Preview),
        ]);
}
