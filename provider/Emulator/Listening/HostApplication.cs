using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator.Backend;

namespace PartnerTrust.Emulator.Listening;

/// <summary>The edge of the hosts: what escapes a handler becomes a plain 500, and never ends the listener.</summary>
internal sealed partial class HostApplication(HostEntrance entrance, EngineTroubles troubles, ILogger logger)
    : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        try
        {
            await entrance.AnswerAsync(context);
            LogAnswered(context.Request.Method, context.Request.Host.Value ?? "", path, context.Response.StatusCode);
        }
        catch (BadHttpRequestException refused)
        {
            context.Response.StatusCode = refused.StatusCode;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
#pragma warning disable CA1031 // The listener outlives any failure of one request.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            troubles.Note(failure);
            LogFailed(failure, context.Request.Method, context.Request.Host.Value ?? "", path);
            await FailAsync(context);
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    private static Task FailAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        return Answers.WriteAsync(context, 500, Answers.Text, "500 - Internal server error.");
    }

    [LoggerMessage(1, LogLevel.Debug, "{Method} https://{Host}{Path} answered {Status}")]
    private partial void LogAnswered(string method, string host, string path, int status);

    [LoggerMessage(2, LogLevel.Error, "{Method} https://{Host}{Path} failed")]
    private partial void LogFailed(Exception failure, string method, string host, string path);
}
