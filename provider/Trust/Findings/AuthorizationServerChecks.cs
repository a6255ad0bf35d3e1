namespace PartnerTrust.Trust.Findings;

/// <summary>Authorization servers whose keys were copied too long ago: META-004 of domain.md 11.3, for the records of domain.md 4.2 and
/// 4.5.</summary>
internal static class AuthorizationServerChecks
{
    public static IEnumerable<TrustFinding> Of(TrustView view) =>
        Drift(view).Concat(view.State.AuthorizationServers.Values.SelectMany(TrustedKeyChecks.Of));

    private static IEnumerable<TrustFinding> Drift(TrustView view) =>
        from record in view.State.AuthorizationServers.Values
        let server = view.TokenServerOf(record)
        where server is not null
        from drift in view.DriftOf(record.Server, record.Name, record.TrustedKeys, server)
        select new TrustFinding("META-004", record.Server, record.Name, drift, FailureCatalogue.Number(7));
}
