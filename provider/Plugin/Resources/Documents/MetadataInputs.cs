using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Plugin.Resources.Documents;

/// <summary>Metadata URLs as inputs.</summary>
internal static class MetadataInputs
{
    public static void CheckUrl(ResourceCheck check, Input<string> url)
    {
        if (url.Value is { } text && MetadataUrls.Validate(text) is { IsWarning: false } fault)
        {
            check.Refuse(fault.At(url.Path));
        }
    }

    /// <summary>Null for a text that is no https URL.</summary>
    public static Uri? UrlOf(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? url : null;
}
