using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;

/// <summary>What a program says of a metadata endpoint.</summary>
internal sealed record AuthMetadataEndpointInputs(Input<string> Server, Input<string> Url, Input<bool?> TrustAnySslCertificate)
{
    public const string ServerName = "server";

    private const string UrlName = "url";

    /// <summary>Null while it is not known, and for what is no https URL.</summary>
    public Uri? Address => MetadataInputs.UrlOf(Url.Value);

    public bool TrustsAnyCertificate => TrustAnySslCertificate.Value is true;

    public static AuthMetadataEndpointInputs Read(PropertyMap map)
    {
        var reader = new InputReader(map);
        return new AuthMetadataEndpointInputs(reader.Text(ServerName), reader.Text(UrlName), reader.Flag("trustAnySslCertificate"));
    }

    public static PropertyMap WithUrl(PropertyMap inputs, Uri url) => inputs.Set(UrlName, url.AbsoluteUri);

    public static PropertyMap Write(Server server, Uri url) => WithUrl(PropertyMap.Of((ServerName, server.Fqdn)), url);

    /// <summary>The option as the output of its name.</summary>
    public PropertyMap WriteOptions() => PropertyMap.Of((TrustAnySslCertificate.Path, TrustsAnyCertificate));
}
