using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Servers and mailboxes as the provider that last wrote was configured.</summary>
internal sealed class ConfigurationTable(SqliteStatements statements)
{
    public List<Server> ListServers() => statements.Many(
        "SELECT fqdn, product, realm, metadata_url, accepted_domains, members, names FROM configured_server ORDER BY fqdn",
        MapServer);

    public List<Mailbox> ListMailboxes() => statements.Many(
        "SELECT smtp_address, sip_uri, server, archive_enabled, security_identifier FROM configured_mailbox ORDER BY smtp_address", MapMailbox);

    public void Remember(ImmutableArray<Server> servers, ImmutableArray<Mailbox> mailboxes)
    {
        if (!ListServers().ToHashSet().SetEquals(servers) || !ListMailboxes().ToHashSet().SetEquals(mailboxes))
        {
            Replace(servers, mailboxes);
        }
    }

    private void Replace(ImmutableArray<Server> servers, ImmutableArray<Mailbox> mailboxes)
    {
        statements.Execute("DELETE FROM configured_server");
        statements.Execute("DELETE FROM configured_mailbox");
        foreach (var server in servers)
        {
            statements.Execute(
                """
                INSERT INTO configured_server (fqdn, product, realm, metadata_url, accepted_domains, members, names)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                server.Fqdn, server.Product.ToString(), server.Realm, server.MetadataUrl.AbsoluteUri, ColumnReading.ToLines(server.AcceptedDomains),
                ColumnReading.ToLines(server.Members), ColumnReading.ToLines(server.Names));
        }

        foreach (var mailbox in mailboxes)
        {
            statements.Execute(
                """
                INSERT OR REPLACE INTO configured_mailbox (smtp_address, sip_uri, server, archive_enabled, security_identifier)
                VALUES ($1, $2, $3, $4, $5)
                """,
                mailbox.SmtpAddress, mailbox.SipUri, mailbox.Server, mailbox.ArchiveEnabled, mailbox.SecurityIdentifier);
        }
    }

    private static Server MapServer(SqliteDataReader row) =>
        new(Fqdn(row.GetString(0)), row.Choice<ServerProduct>(1), row.GetString(2), row.Url(3), row.Lines(4))
        {
            Members = [.. row.Lines(5).Select(Fqdn)],
            Names = [.. row.Lines(6).Select(Fqdn)],
        };

    private static string Fqdn(string text) =>
        Fqdns.IsValid(text) && Fqdns.Normalize(text) == text ? text : throw new DamagedCellException("the name of a server is not valid");

    private static Mailbox MapMailbox(SqliteDataReader row) =>
        new(row.GetString(1), row.GetString(0), row.GetString(2), row.GetBoolean(3)) { SecurityIdentifier = row.Text(4) };
}
