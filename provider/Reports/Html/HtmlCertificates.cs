using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;
using static PartnerTrust.Reports.Html.HtmlText;

namespace PartnerTrust.Reports.Html;

/// <summary>What signs, has signed and will sign, with its times in words and as a bar.</summary>
internal static class HtmlCertificates
{
    public static Markup Of(TrustOverview overview) => new HtmlTable(
        "Each certificate, and how much of its life is over", ("Server", 23), ("Which", 16), ("Valid", 26), ("Ends", 11), ("Certificate", 24)).Write(
        overview.Certificates.Select(report => new[]
        {
            Name(report.Server.Fqdn),
            Markup.Of($"{Chip(report.Severity, Words.Of(report.Slot))}{From(report)}"),
            Markup.Of($"{Time(report.Certificate.NotBefore)} to {Time(report.Certificate.NotAfter)}{Life(report, overview.Now)}"),
            Markup.Of($"{Times.Left(report.Certificate.NotAfter, overview.Now)}"),
            Markup.Of($"{Code(report.Certificate.Thumbprint.Hex)}<div class=\"soft\">{report.Certificate.Subject}</div>"),
        }),
        "No server signs with a certificate.");

    private static Markup From(CertificateReport report) =>
        report.EffectiveDate is { } date ? Markup.Of($"<div>signs from {Time(date)} on</div>") : Markup.Empty;

    /// <summary>Says nothing that the cells do not.</summary>
    private static Markup Life(CertificateReport report, DateTimeOffset now)
    {
        var (from, to) = (report.Certificate.NotBefore, report.Certificate.NotAfter);
        var past = to <= from ? 100 : Math.Clamp((now - from) / (to - from) * 100, 0, 100);
        return Markup.Of($"<svg class=\"life\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"100\" height=\"8\"/><rect class=\"past\" width=\"{past}\" height=\"8\"/></svg>");
    }
}
