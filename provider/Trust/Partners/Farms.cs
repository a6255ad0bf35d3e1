using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Partners;

/// <summary>SharePoint farms of one common realm, which issue tokens under one principal: their consumers tell them apart by their keys (domain.md
/// 1.2, SP-FARMS).</summary>
public static class Farms
{
    /// <summary>Whether two records of one principal are about different farms: read at different places, and with no key in common.</summary>
    /// <param name="product">Of the server that keeps both.</param>
    /// <param name="one">A record.</param>
    /// <param name="other">Another one.</param>
    public static bool AreApart(ServerProduct product, PartnerApplication one, PartnerApplication other) =>
        product == ServerProduct.SharePointServer
        && one.ApplicationIdentifier == WellKnownApplications.SharePoint
        && one.TrustedKeys is { IsEmpty: false } keys && other.TrustedKeys is { IsEmpty: false } others && !keys.Any(others.Contains)
        && (one.Source is not PartnerSource.Metadata { Url: var url } || other.Source is not PartnerSource.Metadata { Url: var elsewhere }
            || !url.Equals(elsewhere));
}
