using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Engines.Store.Tables;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

internal sealed class PublishedMetadataTable(SqliteStatements statements) : IPublishedMetadataTable
{
    public string? FindPublisher(Uri url) =>
        statements.Single("SELECT server FROM published_metadata WHERE url = $1", row => row.GetString(0), url.AbsoluteUri);

    public string? FindPublisherByHost(string host) =>
        statements.Single(
            "SELECT server FROM published_metadata WHERE host = $1 ORDER BY url LIMIT 1", row => row.GetString(0), host.ToLowerInvariant());

    public IReadOnlyList<Uri> List(string server) =>
        statements.Many("SELECT url FROM published_metadata WHERE server = $1 ORDER BY url", row => row.Url(0), server);

    public void Save(string server, Uri url) => statements.Execute(
        "INSERT OR REPLACE INTO published_metadata (url, host, server) VALUES ($1, $2, $3)", url.AbsoluteUri, url.IdnHost.ToLowerInvariant(), server);

    public void Remove(Uri url) => statements.Execute("DELETE FROM published_metadata WHERE url = $1", url.AbsoluteUri);
}
