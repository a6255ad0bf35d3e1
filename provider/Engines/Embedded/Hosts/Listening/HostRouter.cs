using System.Globalization;
using Microsoft.AspNetCore.Http;
using PartnerTrust.Engines.Embedded.Hosts.Faults;
using PartnerTrust.Engines.Embedded.Hosts.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Embedded.Hosts.Listening;

/// <summary>Finds the server that a request is for and the end point of its product.</summary>
internal sealed class HostRouter(IHostBackend backend, TimeProvider time)
{
    private readonly PublishedDocuments documents = new(backend);

    public async Task AnswerAsync(HttpContext http)
    {
        var server = await backend.FindServerByHostAsync(http.Request.Host.Host, http.RequestAborted).ConfigureAwait(false);
        if (server is null)
        {
            await Answers.WriteAsync(http, 421, Answers.Text, "No server answers under this name.").ConfigureAwait(false);
            return;
        }

        var faults = await HostFaults.ReadAsync(backend, server.Fqdn, http.RequestAborted).ConfigureAwait(false);
        var request = new HostRequest(http, server, faults, time.GetUtcNow() + faults.ClockSkew);
        http.Response.Headers.Date = request.Now.ToString("R", CultureInfo.InvariantCulture);
        if (!await FaultyAnswers.TryAnswerAsync(request).ConfigureAwait(false))
            await AnswerAsync(request).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HostRequest request)
    {
        if (request.IsGet && await documents.TryAnswerAsync(request).ConfigureAwait(false))
            return;

        await Answers.NotFoundAsync(request.Http).ConfigureAwait(false);
    }
}
