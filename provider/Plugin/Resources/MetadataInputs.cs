using PartnerTrust.Plugin.Checking;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Metadata URLs as inputs, documents as outputs.</summary>
internal static class MetadataInputs
{
    public static void CheckUrl(ResourceCheck check, string property)
    {
        if (check.Inputs.TryText(property, out var text) && MetadataUrls.Validate(text) is { IsWarning: false } fault)
        {
            check.Refuse(fault.At(property));
        }
    }

    /// <summary>Null for a text that is no https URL.</summary>
    public static Uri? UrlOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? url : null;

    public static PropertyMap Outputs(AuthMetadataDocument document) => PropertyMap.Of(
        ("serviceName", document.ServiceName),
        ("realm", document.Realm),
        ("issuer", document.Issuer),
        ("allowedAudiences", WireForms.Texts(document.AllowedAudiences)),
        ("keys", WireForms.Keys(document.Keys)),
        ("fingerprint", AuthMetadataFingerprint.Of(document)));

    /// <summary>Of an endpoint whose server has no certificate to vouch with: nothing is told there.</summary>
    public static PropertyMap NoDocument(Server server) => PropertyMap.Of(
        ("serviceName", server.ApplicationIdentifier),
        ("realm", server.Realm),
        ("issuer", server.Issuer),
        ("allowedAudiences", WireForms.Texts([])),
        ("keys", WireForms.Keys([])),
        ("fingerprint", ""));
}
