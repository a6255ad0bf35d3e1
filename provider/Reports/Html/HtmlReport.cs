using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Html;

/// <summary>The whole report as one file.</summary>
public static class HtmlReport
{
    public static string Write(TrustOverview overview) =>
        new HtmlPage("Trust report", Markup.Empty, HtmlSections.Of(overview)).Write(overview);
}
