using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Reports.Html;

namespace PartnerTrust.Emulator.Lab;

/// <summary>Serves the status page to this machine's own browsers. It shows no key and changes nothing.</summary>
internal sealed partial class LabApplication(LabSite site, IHostBackend backend, IHostFaults faults, TimeProvider time, ILogger logger)
    : IHttpApplication<HttpContext>
{
    private const int RecentItems = 20;

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
#pragma warning disable CA1031 // The page outlives any failure of one request.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(failure);
            if (!context.Response.HasStarted)
            {
                await Answers.WriteAsync(context, 500, Answers.Text, "The state cannot be shown; see the log.");
            }
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    // A page of another origin must not read this one by a name that it made point to loopback.
    private static bool IsOwnName(string host) => host is "127.0.0.1" or "localhost";

    private Task AnswerAsync(HttpContext http) => (IsOwnName(http.Request.Host.Host), http.Request.Path.Value) switch
    {
        (false, _) => Answers.WriteAsync(http, 421, Answers.Text, "There is no page under this name."),
        (_, "/") => WritePageAsync(http),
        (_, "/authority.pem") => Answers.WriteAsync(http, 200, "application/x-pem-file", site.Authority),
        _ => Answers.NotFoundAsync(http),
    };

    private async Task WritePageAsync(HttpContext http)
    {
        var state = await backend.ReadStateAsync(http.RequestAborted);
        var items = await backend.ListRecentItemsAsync(RecentItems, http.RequestAborted);
        var view = await LabView.OfAsync(faults, state, items, time.GetUtcNow(), http.RequestAborted);
        http.Response.Headers.ContentSecurityPolicy = $"{HtmlPage.Policy}; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await Answers.WriteAsync(http, 200, Answers.Html, LabPage.Write(view, site.HttpsPort));
    }

    [LoggerMessage(4, LogLevel.Error, "The status page failed")]
    private partial void LogFailed(Exception failure);
}
