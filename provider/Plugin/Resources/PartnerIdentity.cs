using PartnerTrust.Engines.Requests;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Whom a partner application is about.</summary>
internal sealed record PartnerIdentity(string ApplicationIdentifier, string Realm)
{
    /// <summary>From the inputs alone; null while they do not tell.</summary>
    public static PartnerIdentity? Of(PropertyMap inputs, Installation installation)
    {
        if (inputs.TryText("authMetadataUrl", out var url))
        {
            return installation.FindPublisher(MetadataInputs.UrlOf(url)) is { } server
                ? new PartnerIdentity(server.ApplicationIdentifier, server.Realm)
                : null;
        }

        if (inputs.Map("certificate") is { } certificate)
        {
            return certificate.TryText("applicationIdentifier", out var identifier) && certificate.TryText("realm", out var realm)
                ? new PartnerIdentity(identifier, realm)
                : null;
        }

        return inputs.Map("authorizationServer") is { } tokenServer
            && tokenServer.TryText("applicationIdentifier", out var application) && !tokenServer.IsUnknown("realm")
            ? new PartnerIdentity(application, tokenServer.Text("realm") ?? "")
            : null;
    }

    /// <summary>As the partner's document says now; while it cannot be fetched, as the inputs say.</summary>
    public static async Task<PartnerIdentity?> FindAsync(PropertyMap inputs, ProviderSession session, CancellationToken cancellationToken)
    {
        if (!inputs.TryText("authMetadataUrl", out var text) || MetadataInputs.UrlOf(text) is not { } url)
        {
            return Of(inputs, session.Installation);
        }

        try
        {
            var engine = await session.OpenPlanningEngineAsync(cancellationToken).ConfigureAwait(false);
            var request = new FetchMetadata(url, inputs.Flag("trustAnySslCertificate") ?? false);
            var document = await engine.FetchMetadataAsync(request, cancellationToken).ConfigureAwait(false);
            return new PartnerIdentity(document.ServiceName, document.Realm);
        }
        catch (FaultException)
        {
            return Of(inputs, session.Installation);
        }
    }
}
