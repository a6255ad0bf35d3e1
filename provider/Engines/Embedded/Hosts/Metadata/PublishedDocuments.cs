using PartnerTrust.Engines.Embedded.Hosts.Listening;

namespace PartnerTrust.Engines.Embedded.Hosts.Metadata;

internal sealed class PublishedDocuments(IHostBackend backend)
{
    public async Task<bool> TryAnswerAsync(HostRequest request)
    {
        var url = new UriBuilder(Uri.UriSchemeHttps, request.Host) { Path = request.Http.Request.Path }.Uri;
        var publisher = await backend.FindPublisherAsync(url, request.Aborted).ConfigureAwait(false);
        if (publisher is null)
            return false;

        await Answers.WriteAsync(request.Http, 200, Answers.Json, "{}").ConfigureAwait(false);
        return true;
    }
}
