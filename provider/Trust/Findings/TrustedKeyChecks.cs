using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Findings;

/// <summary>Keys of others that are trusted although little protects them: CERT-004 of domain.md 11.3, told of the keeper of the copy.</summary>
internal static class TrustedKeyChecks
{
    public static IEnumerable<TrustFinding> Of(PartnerApplication record) =>
        from fault in KeyRules.Remarks(record.Issuer, record.TrustedKeys)
        select new TrustFinding("CERT-004", record.Server, record.Name, fault, Failure: null);

    public static IEnumerable<TrustFinding> Of(AuthorizationServer record) =>
        from fault in KeyRules.Remarks(record.Issuer, record.TrustedKeys)
        select new TrustFinding("CERT-004", record.Server, record.Name, fault, Failure: null);
}
