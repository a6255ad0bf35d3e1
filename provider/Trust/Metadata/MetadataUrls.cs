using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Where products publish their documents, and what URLs may be fetched (domain.md 3.1, 3.4, 8 row 4).</summary>
public static class MetadataUrls
{
    private const int LongestUrl = 2048;

    public static string DefaultPath(ServerProduct product) => product switch
    {
        ServerProduct.ExchangeServer => "/autodiscover/metadata/json/1",
        ServerProduct.SharePointServer => "/_layouts/15/metadata/json/1",
        _ => "/metadata/json/1",
    };

    public static Uri Default(string fqdn, ServerProduct product) => new($"https://{fqdn}{DefaultPath(product)}");

    /// <summary>What is wrong with a URL that a user wrote; null when it can be fetched.</summary>
    public static Fault? Validate(string? text) =>
        text is { Length: <= LongestUrl } && Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? Validate(url)
            : FaultCatalogue.MetadataUrlNotHttps(text);

    public static Fault? Validate(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttps || url.Host.Length == 0)
        {
            return FaultCatalogue.MetadataUrlNotHttps(url.OriginalString);
        }

        return url.UserInfo.Length > 0 || url.Fragment.Length > 0 ? FaultCatalogue.MetadataUrlFormat(url) : null;
    }

    /// <summary>Whether federation metadata, in XML, is read there.</summary>
    public static bool IsFederation(Uri url) => url.AbsolutePath.EndsWith("/federationmetadata.xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one document of the product is read at both paths: the products' paths are not case-sensitive, a slash at the end makes no
    /// other path, and SharePoint has its pages under the folders of several versions.</summary>
    public static bool AreSamePath(string path, string other, ServerProduct product) =>
        InNormalForm(path, product).Equals(InNormalForm(other, product), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the URL leads to the server, by the names and ports that the configuration gives it.</summary>
    public static bool AreOf(Server server, Uri url) =>
        (url.IsDefaultPort || url.Port == server.MetadataUrl.Port) && server.Hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);

    /// <summary>Advice when the path is one that answers 404 on that product: the commonest mistake with these URLs.</summary>
    public static Fault? Advise(Uri url, ServerProduct product)
    {
        var expected = DefaultPath(product);
        return InNormalForm(url.AbsolutePath, product).EndsWith(expected, StringComparison.OrdinalIgnoreCase) || product == ServerProduct.TokenServer
            ? null
            : FaultCatalogue.MetadataPathUnusual(url, product, expected);
    }

    private static string InNormalForm(string path, ServerProduct product)
    {
        var trimmed = path.TrimEnd('/');
        return product == ServerProduct.SharePointServer
            ? trimmed.Replace("/_layouts/16/", "/_layouts/15/", StringComparison.OrdinalIgnoreCase)
            : trimmed;
    }
}
