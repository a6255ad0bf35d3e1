using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Changes;

/// <summary>What a change makes of one certificate of a server.</summary>
/// <param name="Before">Null where the server does not have it before.</param>
/// <param name="After">Null where it does not have it afterwards.</param>
public sealed record CertificateChange(CertificateReport? Before, CertificateReport? After)
{
    /// <summary>The certificate, as it is told of last.</summary>
    public CertificateReport Report => (After ?? Before)!;

    /// <summary>Such as <c>current, is previous afterwards</c>.</summary>
    public string Told => (Before, After) switch
    {
        ({ } was, { } becomes) => $"{Words.Of(was.Slot)}, is {Words.Of(becomes.Slot)} afterwards{Date(becomes)}",
        (null, { } becomes) => $"new, is {Words.Of(becomes.Slot)}{Date(becomes)}",
        ({ } was, _) => $"{Words.Of(was.Slot)}, is gone afterwards",
        _ => "",
    };

    /// <summary>Those of which something changes.</summary>
    public static ImmutableArray<CertificateChange> AllOf(TrustOverview before, TrustOverview after)
    {
        var earlier = before.Certificates.ToLookup(Key);
        var later = after.Certificates.ToLookup(Key);
        return
        [
            .. earlier.Select(same => same.Key).Concat(later.Select(same => same.Key)).Distinct()
                .Select(key => new CertificateChange(earlier[key].FirstOrDefault(), later[key].FirstOrDefault()))
                .Where(change => (change.Before?.Slot, change.Before?.EffectiveDate) != (change.After?.Slot, change.After?.EffectiveDate))
                .OrderBy(change => change.Report.Server.Fqdn, StringComparer.Ordinal),
        ];
    }

    private static (string, string) Key(CertificateReport report) => (report.Server.Fqdn, report.Certificate.Thumbprint.Hex);

    private static string Date(CertificateReport report) => report.EffectiveDate is { } date ? $" and signs from {Times.Minute(date)}" : "";
}
