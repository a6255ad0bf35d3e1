using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>Who publishes where, as the stack itself says: its settings name the servers and their realms, its program where they publish, and on
/// Lync perhaps another realm (domain.md 1.3, 4.2).</summary>
internal sealed class DeclaredPartners(ProgramRun run)
{
    /// <summary>In the form <c>application@realm</c>; null for a server that is none of the stack's.</summary>
    public string? At(Uri url) => ServerAt(url) is { } server
        ? $"{server.ApplicationIdentifier}@{RealmOf(server) ?? server.Realm}"
        : null;

    public Server? ServerAt(Uri url)
    {
        var installation = run.Session.Installation;
        return installation.Find(run.Declarations.SharedInputOf(AuthMetadataEndpointResource.TypeName, url.AbsoluteUri))
            ?? installation.FindPublisher(url);
    }

    private string? RealmOf(Server server) => run.Declarations.SharedInputOf(OAuthConfigurationResource.TypeName, server.Fqdn);
}
