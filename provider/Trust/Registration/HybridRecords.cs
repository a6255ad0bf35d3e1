using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Registration;

/// <summary>What the Hybrid Configuration Wizard of Microsoft 365 keeps on a server, among the records of the trust on the premises, and looks
/// after by itself (domain.md 1.2, 4.6).</summary>
public static class HybridRecords
{
    /// <summary>Where Microsoft's clouds issue tokens: Access Control (legacy) and Entra, worldwide, of the US government and of 21Vianet
    /// (New-AuthServer; National clouds, in the documentation of Microsoft Entra).</summary>
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

    /// <summary>How the identifiers of Microsoft's own applications end: those of Office, and those of the directory, such as Graph.</summary>
    private static readonly ImmutableArray<string> OwnApplications = ["-0000-0ff1-ce00-000000000000", "-0000-0000-c000-000000000000"];

    /// <summary>Whether it is an authorization server of Microsoft's.</summary>
    public static bool Include(AuthorizationServer record)
    {
        var host = record.AuthMetadataUrl.IdnHost;
        return Issuers.Any(issuer => host.Equals(issuer, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + issuer, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether it is an application for which an authorization server of Microsoft's vouches. A record does not say which one does: where
    /// the server trusts others too, it is told by its identifier.</summary>
    /// <param name="record">The record.</param>
    /// <param name="trusted">The authorization servers that the server trusts which keeps the record.</param>
    public static bool Include(PartnerApplication record, IReadOnlyCollection<AuthorizationServer> trusted) =>
        record.Source is PartnerSource.AuthorizationServer
        && trusted.Any(Include)
        && (trusted.All(Include)
            || OwnApplications.Any(end => record.ApplicationIdentifier.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
}
