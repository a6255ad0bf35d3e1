using System.Text;
using PartnerTrust.Engines.Embedded.Hosts.Listening;

namespace PartnerTrust.Engines.Embedded.Hosts.Faults;

/// <summary>Answers in place of a server that a fault has broken (domain.md 3.4).</summary>
internal static class FaultyAnswers
{
    private const string SignInPage =
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method=\"post\" action=\"/owa/auth.owa\">"
        + "<input name=\"username\"><input name=\"password\" type=\"password\"></form></body></html>";

    /// <summary>True when a fault has answered, so that the server itself must not.</summary>
    public static async Task<bool> TryAnswerAsync(HostRequest request)
    {
        if (request.Faults.Delay is var delay && delay > TimeSpan.Zero)
            await Task.Delay(delay, request.Aborted).ConfigureAwait(false);

        foreach (var fault in request.Faults.Switched)
        {
            if (await TryAnswerAsync(request, fault).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    private static async Task<bool> TryAnswerAsync(HostRequest request, HostFault fault)
    {
        var http = request.Http;
        switch (fault.Kind)
        {
            case HostFaultKind.Redirect:
                http.Response.Redirect(fault.Value is { Length: > 0 } place ? place : $"https://{request.Host}/owa/auth/logon.aspx");
                return true;
            case HostFaultKind.Html:
                await Answers.WriteAsync(http, 200, Answers.Html, SignInPage).ConfigureAwait(false);
                return true;
            case HostFaultKind.NotFound:
                await Answers.NotFoundAsync(http).ConfigureAwait(false);
                return true;
            case HostFaultKind.Unauthorized:
                http.Response.Headers.WWWAuthenticate = "Basic realm=\"reverse-proxy\"";
                await Answers.WriteAsync(http, 401, Answers.Text, "401 - Unauthorized.").ConfigureAwait(false);
                return true;
            case HostFaultKind.ServerError:
                await Answers.WriteAsync(http, 500, Answers.Text, "500 - Internal server error.").ConfigureAwait(false);
                return true;
            case HostFaultKind.TruncatedBody:
                await TruncateAsync(request).ConfigureAwait(false);
                return true;
            case HostFaultKind.OversizedBody:
                await Answers.WriteAsync(http, 200, Answers.Json, new string(' ', 2 * 1024 * 1024)).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    private static async Task TruncateAsync(HostRequest request)
    {
        var response = request.Http.Response;
        response.ContentType = Answers.Json;
        response.ContentLength = 4096;
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"issuer\":\""), request.Aborted).ConfigureAwait(false);
        await response.Body.FlushAsync(request.Aborted).ConfigureAwait(false);
        request.Http.Abort();
    }
}
