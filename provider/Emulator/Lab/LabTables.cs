using System.Text;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Emulator.Lab.LabText;

namespace PartnerTrust.Emulator.Lab;

/// <summary>The tables of the status page.</summary>
internal static class LabTables
{
    public static string Directions(LabView view) => Table(
        ["Caller", "Called", "For a user", "For itself"],
        view.Directions.SelectMany(direction => new[]
        {
            [
                Named(direction.From),
                Named(direction.To),
                direction.ForUser is { } forUser ? Verdict(forUser) + $"<div class=\"soft nowrap\">{Escape(direction.User)}</div>" : "",
                Verdict(direction.ForItself),
            ],
            Why(direction),
        }).Where(row => row.Length > 0),
        "No server has a record of another server yet.");

    public static string Findings(LabView view) => Table(
        ["Check", "Server", "Record"],
        view.Findings.SelectMany(finding => new string[][]
        {
            [Chip(finding.Fault.IsWarning ? "warn" : "bad", finding.Check), Escape(finding.Server), Escape(finding.Name)],
            [Explained(finding)],
        }),
        "");

    public static string Servers(LabView view) => Table(
        ["Server", "Realm", "Current certificate", "Left", "Others"],
        view.Servers.Select(server =>
        {
            var slots = view.SlotsOf(server);
            var (kind, words) = Condition(slots.Current, view.Now);
            return new[]
            {
                Named(server) + $"<div>{Published(view, server)}</div>",
                Escape(AuthMetadata.PrincipalOf(server, view.State.OAuthConfigurations.GetValueOrDefault(server.Fqdn)).Realm),
                slots.Current is { } current
                    ? $"<code class=\"nowrap\">{current.Thumbprint}</code><div class=\"soft\">{Escape(current.Subject)}</div>"
                    : "<span class=\"soft\">none</span>",
                Chip(kind, words) + (slots.Current is null ? "" : $"<div class=\"soft nowrap\">until {Day(slots.Current.NotAfter)}</div>"),
                Others(slots),
            };
        }),
        "No server is configured.");

    public static string Partners(LabView view) => Table(
        ["On", "Name", "Partner", "May", "Keys"],
        view.State.PartnerApplications.Values.OrderBy(record => record.Server, StringComparer.Ordinal)
            .ThenBy(record => record.Name, StringComparer.Ordinal)
            .Select(record => new[]
            {
                Escape(record.Server),
                Escape(record.Name) + (record.Enabled ? "" : "<div>" + Chip("bad", "disabled") + "</div>"),
                $"<code>{Escape(record.Issuer)}</code>",
                record.TrustLevel is { } level ? $"trust level {level}" : record.LinkedAccount is { } account
                    ? $"{Escape(account.Name)}<div class=\"soft\">{Escape(string.Join(", ", account.Roles))}</div>"
                    : "<span class=\"soft\">act for users</span>",
                Keys(view, record),
            }),
        "No server has registered a partner yet.");

    public static string Faults(LabView view) => Table(
        ["Server", "Fault", "Value"],
        view.Faults.Select(fault => new[] { Escape(fault.Server), Chip("warn", fault.Kind.ToString()), Escape(fault.Value) }),
        "");

    public static string Items(LabView view) => Table(
        ["Written", "Mailbox", "Folder", "Subject", "By"],
        view.Items.Select(item => new[]
        {
            $"<span class=\"nowrap\">{Time(item.CreatedAt)}</span>",
            Escape(item.Folder.Mailbox),
            Escape(MailFolders.Find(item.Folder.Name)?.DisplayName ?? item.Folder.Name),
            Escape(item.Subject),
            $"<code>{Escape(item.CreatedBy)}</code>",
        }),
        "No partner has left an item. A connectivity check deletes what it writes, unless it is told not to.");

    private static string Explained(TrustFinding finding)
    {
        var fault = finding.Fault;
        return $"<p class=\"lead\"><b>{Escape(fault.Code)}</b> {Escape(fault.Found)}</p><dl>{Line("Expected", fault.Expected)}{Line("Cause", fault.Cause)}"
            + $"{Line("Leads to", finding.Consequence)}{Line("Remedy", fault.Remedy)}</dl>";
    }

    private static string Line(string title, string text) => text.Length == 0 ? "" : $"<dt>{title}</dt><dd>{Escape(text)}</dd>";

    private static string Named(Server server) => $"<b>{Escape(server.Fqdn)}</b><div class=\"soft\">{Product(server.Product)}</div>";

    private static string Published(LabView view, Server server) => view.State.PublishedMetadata.TryGetValue(server.Fqdn, out var urls)
        ? string.Concat(urls.Select(url => $"<div><code>{Escape(url.Host == server.Fqdn ? url.PathAndQuery : url.AbsoluteUri)}</code></div>"))
        : "<span class=\"soft\">publishes nothing</span>";

    private static string Verdict(TrustVerdict verdict) => verdict.Accepted ? Chip("good", "✓ accepted") : Chip("bad", "✗ " + verdict.Refusal?.Code);

    // One cell over the whole width: the reason is the longest text of the page and the one that people came for.
    private static string[] Why(LabDirection direction)
    {
        var (verdict, subject) = direction.Verdict.Accepted ? (direction.ForItself, "For itself") : (direction.Verdict, "Refused");
        return verdict.Refusal is { } refusal
            ? [$"<p class=\"lead\"><b>{subject}, at {Escape(verdict.Steps[^1].Name)}:</b> {Escape(refusal.Found)}</p><dl>{Line("Expected", refusal.Expected)}{Line("Remedy", refusal.Remedy)}</dl>"]
            : [];
    }

    private static string Others(CertificateSlots slots)
    {
        var lines = new StringBuilder();
        if (slots.Next is { } next)
        {
            lines.Append(Chip("good", "next"))
                .Append($" <code>{next.Thumbprint.Hex[..8]}…</code> from {(slots.NextEffectiveDate is { } date ? Day(date) : "?")}<br>");
        }

        if (slots.Previous is { } previous)
        {
            lines.Append($"<span class=\"soft\">previous</span> <code>{previous.Thumbprint.Hex[..8]}…</code>");
        }

        return lines.ToString();
    }

    private static string Keys(LabView view, PartnerApplication record)
    {
        if (record.Source is PartnerSource.AuthorizationServer)
        {
            return "<span class=\"soft\">behind an authorization server</span>";
        }

        var held = record.TrustedKeys ?? [];
        var known = string.Join(", ", held.Select(key => $"<code>{key.Thumbprint.Hex[..8]}…</code>"));
        var partner = view.Servers.FirstOrDefault(server =>
        {
            var (application, realm) = AuthMetadata.PrincipalOf(server, view.State.OAuthConfigurations.GetValueOrDefault(server.Fqdn));
            return record.Issuer == $"{application}@{realm}";
        });
        var current = partner is null ? null : view.SlotsOf(partner).Current;
        return current is null ? known
            : (held.Contains(current) ? Chip("good", "✓ current key known") : Chip("bad", "✗ current key unknown"))
                + $"<div>{known}</div>";
    }

    private static string Table(string[] titles, IEnumerable<string[]> rows, string empty)
    {
        var table = new StringBuilder();
        foreach (var row in rows)
        {
            table.Append(row.Length < titles.Length ? "<tr class=\"note\">" : "<tr>")
                .AppendJoin("", row.Select(cell => row.Length < titles.Length ? $"<td colspan=\"{titles.Length}\">{cell}</td>" : $"<td>{cell}</td>"))
                .Append("</tr>");
        }

        return table.Length == 0
            ? $"<p class=\"soft\">{empty}</p>"
            : $"<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>{string.Concat(titles.Select(title => $"<th scope=\"col\">{title}</th>"))}</tr></thead><tbody>{table}</tbody></table></div>";
    }
}
