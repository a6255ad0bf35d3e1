using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Whom a partner application is about, by its inputs alone.</summary>
internal static class PartnerIdentities
{
    /// <summary>Null while the inputs do not tell.</summary>
    public static PartnerIdentity? Of(PropertyMap inputs, Installation installation)
    {
        if (inputs.TryText("authMetadataUrl", out var url))
        {
            return installation.FindPublisher(MetadataInputs.UrlOf(url)) is { } server
                ? new PartnerIdentity(server.ApplicationIdentifier, PartnerKind.Direct, server.Realm)
                : null;
        }

        if (inputs.Map("certificate") is { } certificate)
        {
            return certificate.TryText("applicationIdentifier", out var identifier) && certificate.TryText("realm", out var realm)
                ? new PartnerIdentity(identifier, PartnerKind.Certificate, realm)
                : null;
        }

        return inputs.Map("authorizationServer") is { } tokenServer
            && tokenServer.TryText("applicationIdentifier", out var application) && !tokenServer.IsUnknown("realm")
            ? new PartnerIdentity(application, PartnerKind.BehindTokenServer, tokenServer.Text("realm") ?? "")
            : null;
    }
}
