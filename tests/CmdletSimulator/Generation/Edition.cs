using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>A release of a product: which cmdlets, sets and parameters there are depends on it.</summary>
/// <param name="Name">As the reference pages name it in their lines <em>Applicable</em>.</param>
/// <param name="Product">The product.</param>
/// <param name="Version">As the servers report it.</param>
public sealed record Edition(string Name, ServerProduct Product, string Version)
{
    public static Edition Lync2013 { get; } = new("Lync Server 2013", ServerProduct.LyncServer, "5.0.8308.0");

    public static Edition SkypeForBusiness2015 { get; } = new("Skype for Business Server 2015", ServerProduct.LyncServer, "6.0.9319.0");

    public static Edition SkypeForBusiness2019 { get; } = new("Skype for Business Server 2019", ServerProduct.LyncServer, "7.0.2046.0");

    public static Edition Exchange2013 { get; } = new("Exchange Server 2013", ServerProduct.ExchangeServer, "Version 15.0 (Build 1497.2)");

    public static Edition Exchange2016 { get; } = new("Exchange Server 2016", ServerProduct.ExchangeServer, "Version 15.1 (Build 2507.6)");

    public static Edition Exchange2019 { get; } = new("Exchange Server 2019", ServerProduct.ExchangeServer, "Version 15.2 (Build 1544.4)");

    public static Edition ExchangeSe { get; } = new("Exchange Server SE", ServerProduct.ExchangeServer, "Version 15.2 (Build 2562.17)");

    public static Edition SharePoint2013 { get; } = new("SharePoint Server 2013", ServerProduct.SharePointServer, "15.0.4569.1506");

    public static Edition SharePoint2016 { get; } = new("SharePoint Server 2016", ServerProduct.SharePointServer, "16.0.4351.1000");

    public static Edition SharePoint2019 { get; } = new("SharePoint Server 2019", ServerProduct.SharePointServer, "16.0.10337.12109");

    public static Edition SharePointSe { get; } = new(
        "SharePoint Server Subscription Edition", ServerProduct.SharePointServer, "16.0.14326.20450");

    /// <summary>The newest of each product.</summary>
    public static Edition Newest(ServerProduct product) => product switch
    {
        ServerProduct.LyncServer => SkypeForBusiness2019,
        ServerProduct.ExchangeServer => ExchangeSe,
        ServerProduct.SharePointServer => SharePointSe,
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "It has no cmdlets."),
    };

    /// <summary>Its cmdlets come by <c>Add-PSSnapin</c>, and its token issuers have other sets (powershell.md 7, 12).</summary>
    public bool IsSnapin => Product == ServerProduct.SharePointServer && this != SharePointSe;

    public override string ToString() => Name;
}
