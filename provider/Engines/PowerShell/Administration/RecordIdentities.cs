using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Which records are one: never by name alone, and never by application identifier alone (domain.md 4.6).</summary>
internal static class RecordIdentities
{
    public static bool AreOne(PartnerApplication one, PartnerApplication other) => AreNamedAlike(one.Name, other.Name) && AreOfOnePartner(one, other);

    public static bool AreOne(AuthorizationServer one, AuthorizationServer other) =>
        AreNamedAlike(one.Name, other.Name) && AreOfOnePartner(one, other);

    /// <summary>Behind an authorization server a partner may be declared for any realm; a product then fills in one of its own.</summary>
    /// <param name="found">A record that a server has.</param>
    /// <param name="other">One that is meant.</param>
    public static bool AreOfOnePartner(PartnerApplication found, PartnerApplication other)
    {
        var (one, another) = (PartnerIdentity.Of(found), PartnerIdentity.Of(other));
        return one.SamePartnerAs(another)
            || (other.Realm is "" or "*" && one.IsBehindAuthorizationServer && another.IsBehindAuthorizationServer
                && one.ApplicationIdentifier == another.ApplicationIdentifier);
    }

    public static bool AreOfOnePartner(AuthorizationServer one, AuthorizationServer other) =>
        AuthorizationServerRules.IdentityOf(one.Issuer) == AuthorizationServerRules.IdentityOf(other.Issuer);

    /// <summary>As the products' directories compare names.</summary>
    public static bool AreNamedAlike(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
