using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>Where a record takes its partner from, as the program says: the document at a URL.</summary>
/// <param name="AuthMetadataUrl">The URL.</param>
/// <param name="TrustsAnyCertificate">Whether whoever answers there is believed.</param>
/// <param name="RefreshTrigger">What has the document read again when it changes; null for a type that has no such input.</param>
internal sealed record DocumentSource(Input<string> AuthMetadataUrl, bool TrustsAnyCertificate, Input<string>? RefreshTrigger)
{
    public const string UrlName = "authMetadataUrl";

    /// <summary>Null while it is not known, and for what is no https URL.</summary>
    public Uri? Url => MetadataInputs.UrlOf(AuthMetadataUrl.Value);
}
