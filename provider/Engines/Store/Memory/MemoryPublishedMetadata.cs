using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;

namespace PartnerTrust.Engines.Store.Memory;

internal sealed class MemoryPublishedMetadata(MemorySession session) : IPublishedMetadataTable
{
    public string? FindPublisher(Uri url) => OfAll().PublisherByUrl.GetValueOrDefault(url.AbsoluteUri);

    public string? FindPublisherByHost(string host) =>
        OfAll().PublisherByUrl.FirstOrDefault(entry => new Uri(entry.Key).IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)).Value;

    public IReadOnlyList<Uri> List(string server) =>
    [
        .. session.Of(server, ServerParts.Documents).PublisherByUrl.Where(entry => entry.Value == server).Select(entry => new Uri(entry.Key)),
    ];

    public void Save(string server, Uri url) =>
        session.State = OfAll() with { PublisherByUrl = session.State.PublisherByUrl.SetItem(url.AbsoluteUri, server) };

    public void Remove(Uri url) => session.State = OfAll() with { PublisherByUrl = session.State.PublisherByUrl.Remove(url.AbsoluteUri) };

    /// <summary>Where a server publishes is known by its configuration or lies in a store: it costs no call.</summary>
    private MemoryState OfAll() => session.OfAll(ServerParts.Documents);
}
