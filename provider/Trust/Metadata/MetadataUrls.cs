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

    /// <summary>Advice when the path is one that answers 404 on that product: the commonest mistake with these URLs.</summary>
    public static Fault? Advise(Uri url, ServerProduct product)
    {
        var expected = DefaultPath(product);
        return url.AbsolutePath.TrimEnd('/').EndsWith(expected, StringComparison.OrdinalIgnoreCase) || product == ServerProduct.TokenServer
            ? null
            : FaultCatalogue.MetadataPathUnusual(url, product, expected);
    }
}
