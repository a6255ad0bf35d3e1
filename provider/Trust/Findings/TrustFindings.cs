using System.Collections.Immutable;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Findings;

/// <summary>Everything wrong that the configuration alone shows at a time, before anyone makes a call (domain.md 8, 11.3). In order of
/// server, check and record.</summary>
public static class TrustFindings
{
    /// <summary>So many days before its end a certificate without a successor is told of, unless others are asked for.</summary>
    public const int UsualRenewalDays = 60;

    /// <param name="state">What the servers keep.</param>
    /// <param name="now">When.</param>
    /// <param name="renewalDays">How many days before its end a certificate without a successor is told of.</param>
    public static ImmutableArray<TrustFinding> Of(TrustState state, DateTimeOffset now, int renewalDays = UsualRenewalDays)
    {
        var view = new TrustView(state, now) { RenewalDays = renewalDays };
        return
        [
            .. CertificateChecks.Of(view)
                .Concat(PartnerChecks.Of(view))
                .Concat(AuthorizationServerChecks.Of(view))
                .Concat(PairChecks.Of(view))
                .Concat(ConfigurationChecks.Of(view))
                .OrderBy(f => f.Server, StringComparer.Ordinal)
                .ThenBy(f => f.Check, StringComparer.Ordinal)
                .ThenBy(f => f.Name, StringComparer.Ordinal),
        ];
    }
}
