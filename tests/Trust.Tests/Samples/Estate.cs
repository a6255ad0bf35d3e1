using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Samples;

/// <summary>The servers of the field's own documents.</summary>
internal static class Estate
{
    public static readonly Server Lync = Of("atl-cs-001.litwareinc.com", ServerProduct.LyncServer);
    public static readonly Server Exchange = Of("autodiscover.litwareinc.com", ServerProduct.ExchangeServer);
    public static readonly Server SharePoint = Of("portal.litwareinc.com", ServerProduct.SharePointServer);
    public static readonly Server TokenServer = Of("sts.litwareinc.com", ServerProduct.TokenServer);

    public static readonly OAuthConfiguration LyncSettings = new(
        Lync.Fqdn, "litwareinc.com", WellKnownApplications.Lync, new Uri("https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc"), []);

    public static Server ByProduct(ServerProduct product) =>
        new[] { Lync, Exchange, SharePoint, TokenServer }.Single(server => server.Product == product);

    public static Server Of(string fqdn, ServerProduct product) =>
        new(fqdn, product, "litwareinc.com", MetadataUrls.Default(fqdn, product), product == ServerProduct.ExchangeServer ? ["litwareinc.com"] : []);
}
