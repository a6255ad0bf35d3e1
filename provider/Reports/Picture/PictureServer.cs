using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Reports.Picture;

/// <summary>A server as it is drawn.</summary>
/// <param name="Fqdn">Its whole name.</param>
/// <param name="Product">Null where it is known by name only.</param>
/// <param name="Realm">Null where it is known by name only.</param>
/// <param name="Remarks">When its certificate ends, what is wrong on it, and how bad that is; null for what is neither good nor bad.</param>
internal sealed record PictureServer(string Fqdn, string? Product, string? Realm, ImmutableArray<(Severity? Severity, string Text)> Remarks)
{
    public Severity Severity => Remarks.Select(remark => remark.Severity ?? Severity.Well).DefaultIfEmpty(Severity.Well).Max();

    /// <summary>Product and realm, as far as they are known.</summary>
    public string About => Product is null ? "" : $"{Product}, realm {Realm}";

    /// <summary>All that the box tells, for those who point at it.</summary>
    public string Whole => string.Join(
        ", ", new[] { PlainText.OneLine(Fqdn), About }.Concat(Remarks.Select(remark => remark.Text)).Where(said => said.Length > 0));

    /// <summary>Those that are known, in order of product and name, and after them those that could not be read.</summary>
    public static ImmutableArray<PictureServer> AllOf(TrustOverview overview)
    {
        var (state, unread) = (overview.Observation.State, overview.Observation.Unread);
        return
        [
            .. state.Servers.Values.OrderBy(server => server.Product).ThenBy(server => server.Fqdn, StringComparer.Ordinal)
                .Select(server => new PictureServer(
                    server.Fqdn, Words.Of(server.Product), RealmOf(server, overview), [.. Remarked(server, overview)])),
            .. unread.Select(one => one.Server).Distinct().Where(server => !state.Servers.ContainsKey(server)).Order(StringComparer.Ordinal)
                .Select(server => new PictureServer(server, null, null, [NotRead])),
        ];
    }

    private static (Severity?, string) NotRead => (Severity.Warning, "could not be read");

    private static string RealmOf(Server server, TrustOverview overview) => PlainText.OneLine(
        AuthMetadata.PrincipalOf(server, overview.Observation.State.OAuthConfigurations.GetValueOrDefault(server.Fqdn)).Realm);

    private static IEnumerable<(Severity?, string)> Remarked(Server server, TrustOverview overview)
    {
        var certificates = overview.Certificates.Where(certificate => certificate.Server.Fqdn == server.Fqdn).ToList();
        var isUnread = overview.Observation.Unread.Any(unread => unread.Server == server.Fqdn);
        if (isUnread)
        {
            yield return NotRead;
        }

        if (certificates.Find(certificate => certificate.Slot == CertificateSlot.Current) is { } current)
        {
            yield return (current.Severity, SignsUntil(current, overview.Now));
        }
        else if (!isUnread)
        {
            yield return (null, "signs with no certificate");
        }

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
