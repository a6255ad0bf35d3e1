using System.Globalization;
using System.Text;

namespace PartnerTrust.Emulator.Lab;

/// <summary>The status page: the trust at a glance, in one document that loads nothing else.</summary>
internal static class LabPage
{
    public static string Write(LabView view, int httpsPort)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>PartnerTrust lab</title>")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta http-equiv=\"refresh\" content=\"15\">")
            .Append("<style>").Append(LabStyle.Css).Append("</style></head><body><main>")
            .Append("<header><h1>PartnerTrust lab</h1>").Append(Summary(view))
            .Append(CultureInfo.InvariantCulture, $"<span class=\"soft\">{LabText.Time(view.Now)}</span></header>");
        if (!view.Faults.IsEmpty)
        {
            Section(page, "Faults that are switched on", LabTables.Faults(view));
        }

        Section(page, "Who accepts whom", LabGraph.Write(view) + LabTables.Directions(view));
        if (!view.Findings.IsEmpty)
        {
            Section(page, "What is wrong, or will be", LabTables.Findings(view));
        }

        Section(page, "Servers and their signing certificates", LabTables.Servers(view));
        Section(page, "Partner applications", LabTables.Partners(view));
        Section(page, "Recent mailbox items", LabTables.Items(view));
        Section(page, "Visit the servers", Visit(view, httpsPort));
        return page.Append("</main></body></html>").ToString();
    }

    private static void Section(StringBuilder page, string title, string content)
    {
        var id = string.Concat(title.Where(char.IsAsciiLetter)).ToLowerInvariant();
        page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{title}</h2>{content}</section>");
    }

    private static string Summary(LabView view)
    {
        var refused = view.Directions.Count(direction => !direction.Verdict.Accepted);
        return view.Directions.IsEmpty ? LabText.Chip("warn", "no trust is declared yet")
            : refused == 0 ? LabText.Chip("good", $"✓ {view.Directions.Length} of {view.Directions.Length} directions accepted")
            : LabText.Chip("bad", $"✗ {refused} of {view.Directions.Length} directions refused");
    }

    private static string Visit(LabView view, int httpsPort)
    {
        var server = view.Servers.FirstOrDefault(known => view.State.PublishedMetadata.ContainsKey(known.Fqdn)) ?? view.Servers.FirstOrDefault();
        var url = server is null ? null : view.State.PublishedMetadata.GetValueOrDefault(server.Fqdn, [server.MetadataUrl])[0];
        var example = url is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $"curl --cacert authority.pem --connect-to {url.Host}:443:127.0.0.1:{httpsPort} {url}");
        return $"<p class=\"why\">All servers answer HTTPS on <code>127.0.0.1:{httpsPort.ToString(CultureInfo.InvariantCulture)}</code>, each under its own name. "
            + $"Their certificates come from <a href=\"/authority.pem\">authority.pem</a>.</p><pre>{LabText.Escape(example)}</pre>";
    }
}
