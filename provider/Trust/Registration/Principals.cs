using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.Registration;

/// <summary>The parts of <c>application@realm</c> (domain.md 1.4, 1.5): neither may hold what separates them.</summary>
public static class Principals
{
    /// <summary>An application identifier as tokens carry it: lower case.</summary>
    public static bool IsIdentifier(string text) => IsPart(text, 128) && !text.Any(char.IsUpper);

    public static bool IsRealm(string text) => text != "*" && IsPart(text, 255);

    /// <summary>Null for a realm that a partner may have: behind an authorization server also any, written <c>*</c> or left
    /// empty.</summary>
    public static Fault? RefuseRealm(string realm, bool isBehindAuthorizationServer) => realm switch
    {
        "" or "*" when isBehindAuthorizationServer => null,
        "*" => FaultCatalogue.RealmWildcard(realm),
        _ => IsRealm(realm) ? null : FaultCatalogue.RealmFormat("realm", realm),
    };

    private static bool IsPart(string text, int longest) =>
        text.Length <= longest && !Blanks.Are(text) && !text.Any(c => c is '@' or '/' || char.IsWhiteSpace(c) || char.IsControl(c));
}
