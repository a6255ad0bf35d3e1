using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Reports.Picture;

/// <summary>A server as it is drawn.</summary>
/// <param name="Fqdn">Its whole name.</param>
/// <param name="About">Product and realm; null where it is known by name only.</param>
/// <param name="Remarks">When its certificate ends, what is wrong on it.</param>
internal sealed record PictureServer(string Fqdn, string? About, ImmutableArray<(Severity Severity, string Text)> Remarks)
{
    public Severity Severity => Remarks.Select(remark => remark.Severity).DefaultIfEmpty(Severity.Well).Max();

    /// <summary>All that the box tells, for those who point at it.</summary>
    public string Whole => string.Join(", ", new[] { PlainText.OneLine(Fqdn), About }.OfType<string>().Concat(Remarks.Select(remark => remark.Text)));

    /// <summary>Those that are known, in order of product and name, and after them those that could not be read.</summary>
    public static ImmutableArray<PictureServer> AllOf(TrustOverview overview)
    {
        var (state, unread) = (overview.Observation.State, overview.Observation.Unread);
        return
        [
            .. state.Servers.Values.OrderBy(server => server.Product).ThenBy(server => server.Fqdn, StringComparer.Ordinal)
                .Select(server => new PictureServer(server.Fqdn, AboutOf(server, overview), [.. Remarked(server, overview)])),
            .. unread.Select(one => one.Server).Distinct().Where(server => !state.Servers.ContainsKey(server)).Order(StringComparer.Ordinal)
                .Select(server => new PictureServer(server, null, [NotRead])),
        ];
    }

    private static (Severity, string) NotRead => (Severity.Warning, "could not be read");

    private static string AboutOf(Server server, TrustOverview overview)
    {
        var settings = overview.Observation.State.OAuthConfigurations.GetValueOrDefault(server.Fqdn);
        return $"{Words.Of(server.Product)}, realm {PlainText.OneLine(AuthMetadata.PrincipalOf(server, settings).Realm)}";
    }

    private static IEnumerable<(Severity, string)> Remarked(Server server, TrustOverview overview)
    {
        if (overview.Observation.Unread.Any(unread => unread.Server == server.Fqdn))
        {
            yield return NotRead;
        }

        var certificates = overview.Certificates.Where(certificate => certificate.Server.Fqdn == server.Fqdn).ToList();
        yield return certificates.Find(certificate => certificate.Slot == CertificateSlot.Current) is { } current
            ? (current.Severity, SignsUntil(current, overview.Now))
            : (Severity.Warning, "signs with no certificate");
        if (certificates.Find(certificate => certificate.Slot == CertificateSlot.Next) is { EffectiveDate: { } date })
        {
            yield return (Severity.Well, $"the next signs from {Times.Day(date)}");
        }

        foreach (var found in overview.Findings.Where(finding => finding.Server == server.Fqdn).CountBy(finding => finding.Severity))
        {
            yield return (found.Key, Headline.Count(found.Value, found.Key == Severity.Critical ? "critical finding" : "warning"));
        }
    }

    private static string SignsUntil(CertificateReport report, DateTimeOffset now) => report.Certificate.NotAfter < now
        ? $"its certificate ended {Times.Day(report.Certificate.NotAfter)}"
        : $"signs until {Times.Day(report.Certificate.NotAfter)}";
}
