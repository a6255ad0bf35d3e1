namespace PartnerTrust.Trust.Servers;

/// <summary>The application identifiers of the products (domain.md 1.4). Token validation compares them case-sensitively.</summary>
public static class WellKnownApplications
{
    public const string TokenServer = "00000001-0000-0000-c000-000000000000";
    public const string Exchange = "00000002-0000-0ff1-ce00-000000000000";
    public const string SharePoint = "00000003-0000-0ff1-ce00-000000000000";
    public const string Lync = "00000004-0000-0ff1-ce00-000000000000";

    public static string IdentifierOf(ServerProduct product) => product switch
    {
        ServerProduct.LyncServer => Lync,
        ServerProduct.ExchangeServer => Exchange,
        ServerProduct.SharePointServer => SharePoint,
        ServerProduct.TokenServer => TokenServer,
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "Not a known product."),
    };
}
