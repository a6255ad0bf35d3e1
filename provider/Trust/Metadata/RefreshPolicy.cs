using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Metadata;

/// <summary>When a consumer reads a partner's document again (domain.md 3.5). Only what is documented counts as automatic.</summary>
/// <param name="Interval">How often it does so by itself; null when only an administrator's command does.</param>
/// <param name="TakesEffect">How long what was read may take to count everywhere.</param>
/// <param name="Command">What makes it read now.</param>
public sealed record RefreshPolicy(TimeSpan? Interval, TimeSpan TakesEffect, string Command)
{
    private static readonly RefreshPolicy Lync = new(null, TimeSpan.Zero, "Set-CsPartnerApplication with the same MetadataUrl");

    private static readonly RefreshPolicy LyncAuthorizationServer = new(null, TimeSpan.Zero, "Set-CsOAuthServer with the same MetadataUrl");

    private static readonly RefreshPolicy Exchange = new(null, TimeSpan.FromMinutes(15), "Set-PartnerApplication -RefreshAuthMetadata");

    private static readonly RefreshPolicy ExchangeAuthorizationServer =
        new(TimeSpan.FromHours(12), TimeSpan.FromMinutes(15), "Set-AuthServer -RefreshAuthMetadata");

    // An issuer's new key is recognised everywhere only after a day, or at once after iisreset on all servers.
    private static readonly RefreshPolicy SharePoint =
        new(null, TimeSpan.FromHours(24), "Set-SPTrustedSecurityTokenIssuer -MetadataEndPoint with the same URL");

    private static readonly RefreshPolicy Unknown = new(null, TimeSpan.Zero, "the consumer's own command");

    /// <summary>For the keys of partner applications.</summary>
    public static RefreshPolicy OfPartner(ServerProduct? consumer) => consumer switch
    {
        ServerProduct.LyncServer => Lync,
        ServerProduct.ExchangeServer => Exchange,
        ServerProduct.SharePointServer => SharePoint,
        _ => Unknown,
    };

    /// <summary>For the keys of authorization servers.</summary>
    public static RefreshPolicy OfAuthorizationServer(ServerProduct? consumer) => consumer switch
    {
        ServerProduct.LyncServer => LyncAuthorizationServer,
        ServerProduct.ExchangeServer => ExchangeAuthorizationServer,
        ServerProduct.SharePointServer => SharePoint,
        _ => Unknown,
    };
}
