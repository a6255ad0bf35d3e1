using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>What the Hybrid Configuration Wizard of Microsoft 365 keeps on a server, among the records of the trust on the premises, and looks
/// after by itself (domain.md 1.2, 4.6).</summary>
public static class HybridRecords
{
    /// <summary>Where Microsoft's clouds issue tokens: Access Control (legacy) and Entra, worldwide, of the US government and of 21Vianet.</summary>
    private static readonly ImmutableArray<string> Issuers =
    [
        "accesscontrol.windows.net",
        "accesscontrol.chinacloudapi.cn",
        "login.windows.net",
        "sts.windows.net",
        "login.microsoftonline.com",
        "login.microsoftonline.us",
        "login.partner.microsoftonline.cn",
        "login.chinacloudapi.cn",
    ];

    private static readonly ImmutableArray<string> CloudApplications =
        [WellKnownApplications.Exchange, WellKnownApplications.SharePoint, WellKnownApplications.Lync];

    /// <summary>Whether it is an authorization server of Microsoft's.</summary>
    public static bool Include(AuthorizationServer record)
    {
        var host = record.AuthMetadataUrl.IdnHost;
        return Issuers.Any(issuer => host.Equals(issuer, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + issuer, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether it is a product's cloud application, for which an authorization server of Microsoft's vouches.</summary>
    /// <param name="record">The record.</param>
    /// <param name="trusted">The authorization servers that the server trusts which keeps the record.</param>
    public static bool Include(PartnerApplication record, IEnumerable<AuthorizationServer> trusted) =>
        record.Source is PartnerSource.AuthorizationServer
        && CloudApplications.Contains(record.ApplicationIdentifier, StringComparer.OrdinalIgnoreCase)
        && trusted.Any(Include);
}
