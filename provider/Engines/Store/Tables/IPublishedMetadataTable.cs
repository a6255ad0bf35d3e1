namespace PartnerTrust.Engines.Store.Tables;

/// <summary>The URLs at which servers publish their metadata documents. A URL belongs to one server.</summary>
public interface IPublishedMetadataTable
{
    /// <summary>Fqdn of the server that publishes there; null when none does.</summary>
    string? FindPublisher(Uri url);

    /// <summary>Fqdn of a server that publishes at some URL of that host.</summary>
    string? FindPublisherByHost(string host);

    IReadOnlyList<Uri> List(string server);

    void Save(string server, Uri url);

    void Remove(Uri url);
}
