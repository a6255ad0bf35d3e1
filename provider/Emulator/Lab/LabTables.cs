using PartnerTrust.Emulator.Mail;
using PartnerTrust.Reports.Html;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using static PartnerTrust.Reports.Html.HtmlText;

namespace PartnerTrust.Emulator.Lab;

/// <summary>The tables that only the status page has.</summary>
internal static class LabTables
{
    public static Markup Partners(LabView view) => new HtmlTable(
        "Each record of a partner, and whether it knows the key that the partner signs with", ("Name", 16), ("On", 22), ("Partner", 22), ("May", 18), ("Keys", 22))
        .Write(
            view.State.PartnerApplications.Values.OrderBy(record => record.Server, StringComparer.Ordinal)
                .ThenBy(record => record.Name, StringComparer.Ordinal)
                .Select(record => new[]
                {
                    Markup.Of($"{record.Name}{(record.Enabled ? Markup.Empty : Markup.Of($" {Chip(Severity.Critical, "disabled")}"))}"),
                    Name(record.Server),
                    Code(record.Issuer),
                    record.TrustLevel is { } level ? Markup.Of($"trust level {level.ToString()}") : May(record),
                    Keys(view, record),
                }),
            "No server has registered a partner yet.");

    public static Markup Items(LabView view) => new HtmlTable(
        "The newest items that partners have left", ("Subject", 26), ("Written", 18), ("Mailbox", 20), ("Folder", 16), ("By", 20))
        .Write(
            view.Items.Select(item => new[]
            {
                Markup.Of($"{item.Subject}"),
                Time(item.CreatedAt),
                Markup.Of($"{item.Folder.Mailbox}"),
                Markup.Of($"{MailFolders.Find(item.Folder.Name)?.DisplayName ?? item.Folder.Name}"),
                Code(item.CreatedBy),
            }),
            "No partner has left an item. A connectivity check deletes what it writes, unless it is told not to.");

    private static Markup May(PartnerApplication record) => record.LinkedAccount is { } account
        ? Markup.Of($"{account.Name} <div class=\"soft\">{string.Join(", ", account.Roles)}</div>")
        : Soft("act for users");

    private static Markup Keys(LabView view, PartnerApplication record)
    {
        if (record.Source is PartnerSource.AuthorizationServer)
        {
            return Soft("behind an authorization server");
        }

        var held = record.TrustedKeys ?? [];
        var known = Markup.Join(held.Select(key => Markup.Of($"<div>{Code(key.Thumbprint.Hex)}</div>")));
        var partner = view.State.Servers.Values.FirstOrDefault(server =>
        {
            var (application, realm) = AuthMetadata.PrincipalOf(server, view.State.OAuthConfigurations.GetValueOrDefault(server.Fqdn));
            return record.Issuer == $"{application}@{realm}";
        });
        var current = view.Overview.Certificates.FirstOrDefault(report => report.Server == partner && report.Slot == CertificateSlot.Current);
        return current is null ? known
            : held.Contains(current.Certificate) ? Markup.Of($"{Chip(Severity.Well, "current key known")}{known}")
            : Markup.Of($"{Chip(Severity.Critical, "current key unknown")}{known}");
    }
}
