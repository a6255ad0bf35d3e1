using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Testing.Samples;

/// <summary>The servers of the field's own documents, and Ken Myer's mailbox.</summary>
public static class Estate
{
    public static readonly Server Lync = Of(Litware.Lync, ServerProduct.LyncServer);
    public static readonly Server Exchange = Of(Litware.Exchange, ServerProduct.ExchangeServer);
    public static readonly Server SharePoint = Of(Litware.SharePoint, ServerProduct.SharePointServer);
    public static readonly Server TokenServer = Of(Litware.TokenServer, ServerProduct.TokenServer);

    public static readonly Mailbox Ken = new(Litware.Ken, Litware.KenSmtp, Litware.Exchange, ArchiveEnabled: false);

    public static readonly OAuthConfiguration LyncSettings = new(
        Litware.Lync, Litware.Realm, WellKnownApplications.Lync, Litware.Url(Litware.Exchange, "/autodiscover/autodiscover.svc"), []);

    public static Server ByProduct(ServerProduct product) =>
        new[] { Lync, Exchange, SharePoint, TokenServer }.Single(server => server.Product == product);

    public static Server Of(string fqdn, ServerProduct product) => new(
        fqdn, product, Litware.Realm, MetadataUrls.Default(fqdn, product), product == ServerProduct.ExchangeServer ? [Litware.Realm] : []);
}
