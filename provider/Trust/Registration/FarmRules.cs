using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>What a SharePoint farm wants of the issuers that it registers by a certificate (domain.md 1.2, 4.7).</summary>
public static class FarmRules
{
    /// <summary>Applications get their tokens for the farm's realm. Lync and Exchange have realms of their own.</summary>
    public static Fault? Check(Server server, PartnerApplication record) =>
        server.Product == ServerProduct.SharePointServer && record.Source is PartnerSource.Certificate && record.Realm != server.Realm
        && record.ApplicationIdentifier is not (WellKnownApplications.Lync or WellKnownApplications.Exchange)
            ? FaultCatalogue.IssuerOfOtherRealm(server.Fqdn, record.Realm, server.Realm)
            : null;
}
