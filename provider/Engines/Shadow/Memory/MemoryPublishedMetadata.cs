using PartnerTrust.Engines.Store;

namespace PartnerTrust.Engines.Shadow.Memory;

/// <summary>A URL of a server that no operation touched is not known here: what it publishes is what the copied engine finds there.</summary>
internal sealed class MemoryPublishedMetadata(MemorySession session) : IPublishedMetadataTable
{
    public string? FindPublisher(Uri url) => session.State.PublisherByUrl.GetValueOrDefault(url.AbsoluteUri);

    public string? FindPublisherByHost(string host) =>
        session.State.PublisherByUrl.FirstOrDefault(entry => new Uri(entry.Key).IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)).Value;

    public IReadOnlyList<Uri> List(string server) =>
        [.. session.Of(server).PublisherByUrl.Where(entry => entry.Value == server).Select(entry => new Uri(entry.Key))];

    public void Save(string server, Uri url) =>
        session.State = session.Of(server) with { PublisherByUrl = session.State.PublisherByUrl.SetItem(url.AbsoluteUri, server) };

    public void Remove(Uri url) => session.State = session.State with { PublisherByUrl = session.State.PublisherByUrl.Remove(url.AbsoluteUri) };
}
