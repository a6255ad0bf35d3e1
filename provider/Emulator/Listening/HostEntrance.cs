using System.Globalization;
using Microsoft.AspNetCore.Http;
using PartnerTrust.Emulator.Backend;

namespace PartnerTrust.Emulator.Listening;

/// <summary>Finds the server that a request is for, by the name that the client used, and its time.</summary>
internal sealed class HostEntrance(IHostBackend backend, IServerClocks clocks, IHostResponder responder)
{
    public async Task AnswerAsync(HttpContext http)
    {
        var server = await backend.FindServerByHostAsync(http.Request.Host.Host, http.RequestAborted);
        if (server is null)
        {
            await Answers.WriteAsync(http, 421, Answers.Text, "There is no server under this name.");
            return;
        }

        var clock = await clocks.OfAsync(server.Fqdn, http.RequestAborted);
        var request = new HostRequest(http, server, clock.GetUtcNow());
        http.Response.Headers.Date = request.Now.ToString("R", CultureInfo.InvariantCulture);
        await responder.AnswerAsync(request);
    }
}
