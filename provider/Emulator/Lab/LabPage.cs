using PartnerTrust.Reports.Html;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Emulator.Lab;

/// <summary>The status page: what every report tells of the trust, and what there is in a lab alone. Who wants to see what has become of it looks
/// again: a page that reloads by itself takes the place away from those who read slowly.</summary>
internal static class LabPage
{
    public static string Write(LabView view, int httpsPort)
    {
        var page = new HtmlPage(
            "PartnerTrust lab",
            Markup.Of($"<a href=\"/\">Look again</a>"),
            [
                .. HtmlSections.Of(view.Overview),
                new HtmlSection("partners", "Partner applications", LabTables.Partners(view)),
                new HtmlSection("items", "Recent mailbox items", LabTables.Items(view)),
                new HtmlSection("visit", "Visit the servers", Visit(view, httpsPort)),
            ]);
        return page.Write(view.Overview);
    }

    private static Markup Visit(LabView view, int httpsPort)
    {
        var servers = view.State.Servers.Values.OrderBy(server => server.Product).ThenBy(server => server.Fqdn, StringComparer.Ordinal).ToList();
        var server = servers.Find(known => view.State.PublishedMetadata.ContainsKey(known.Fqdn)) ?? servers.FirstOrDefault();
        var url = server is null ? null : view.State.PublishedMetadata.GetValueOrDefault(server.Fqdn, [server.MetadataUrl])[0];
        var example = url is null ? Markup.Empty : Markup.Of(
            $"<pre tabindex=\"0\" role=\"region\" aria-label=\"A command to try\">curl --cacert authority.pem --connect-to {url.Host}:443:127.0.0.1:{httpsPort} {url.AbsoluteUri}</pre>");
        return Markup.Of($"<p>All servers answer HTTPS on <code>127.0.0.1:{httpsPort}</code>, each under its own name. Their certificates come from <a href=\"/authority.pem\">authority.pem</a>.</p>{example}");
    }
}
