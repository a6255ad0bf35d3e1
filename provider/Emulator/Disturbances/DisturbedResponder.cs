using System.Text;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Listening;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Answers late, or in place of a server that is broken or hidden behind something else (domain.md 3.4).</summary>
internal sealed class DisturbedResponder(IHostResponder server, IHostFaults faults) : IHostResponder
{
    private const string SignInPage =
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method=\"post\" action=\"/owa/auth.owa\">"
        + "<input name=\"username\"><input name=\"password\" type=\"password\"></form></body></html>";

    private const string FederationMetadata =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://sts/\"/>";

    public async Task AnswerAsync(HostRequest request)
    {
        var switched = await faults.ReadAsync(request.Server.Fqdn, request.Aborted);
        if (switched.Delay is var delay && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, request.Aborted);
        }

        foreach (var fault in switched.Switched)
        {
            if (await TryAnswerAsync(request, fault))
            {
                return;
            }
        }

        await server.AnswerAsync(request);
    }

    /// <summary>True when the fault has answered, so that the server itself must not.</summary>
    private static async Task<bool> TryAnswerAsync(HostRequest request, HostFault fault)
    {
        var http = request.Http;
        switch (fault.Kind)
        {
            case HostFaultKind.Redirect when fault.Value is { Length: > 0 } place:
                if (IsReached(request, place))
                {
                    return false;
                }

                http.Response.Redirect(place);
                return true;
            case HostFaultKind.Redirect:
                http.Response.Redirect($"https://{request.Host}/owa/auth/logon.aspx");
                return true;
            case HostFaultKind.Html:
                await Answers.WriteAsync(http, 200, Answers.Html, SignInPage);
                return true;
            case HostFaultKind.Xml:
                await Answers.WriteAsync(http, 200, "application/xml; charset=utf-8", FederationMetadata);
                return true;
            case HostFaultKind.DripFeed:
                await DripAsync(request);
                return true;
            case HostFaultKind.NotFound:
                await Answers.NotFoundAsync(http);
                return true;
            case HostFaultKind.Unauthorized:
                http.Response.Headers.WWWAuthenticate = "Basic realm=\"reverse-proxy\"";
                await Answers.WriteAsync(http, 401, Answers.Text, "401 - Unauthorized.");
                return true;
            case HostFaultKind.ServerError:
                await Answers.WriteAsync(http, 500, Answers.Text, "500 - Internal server error.");
                return true;
            case HostFaultKind.TruncatedBody:
                await TruncateAsync(request);
                return true;
            case HostFaultKind.OversizedBody:
                await Answers.WriteAsync(http, 200, Answers.Json, new string(' ', 2 * 1024 * 1024));
                return true;
            default:
                return false;
        }
    }

    private static bool IsReached(HostRequest request, string place) =>
        Uri.TryCreate(place, UriKind.Absolute, out var target) && target.Scheme == Uri.UriSchemeHttps
        && target.Host.Equals(request.Host, StringComparison.OrdinalIgnoreCase)
        && target.AbsolutePath.TrimEnd('/').Equals(request.Path, StringComparison.OrdinalIgnoreCase);

    // For ever, as far as any client is concerned.
    private static async Task DripAsync(HostRequest request)
    {
        request.Http.Response.ContentType = Answers.Json;
        while (true)
        {
            await request.Http.Response.Body.WriteAsync(" "u8.ToArray(), request.Aborted);
            await request.Http.Response.Body.FlushAsync(request.Aborted);
            await Task.Delay(TimeSpan.FromSeconds(1), request.Aborted);
        }
    }

    private static async Task TruncateAsync(HostRequest request)
    {
        var response = request.Http.Response;
        response.ContentType = Answers.Json;
        response.ContentLength = 4096;
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"issuer\":\""), request.Aborted);
        await response.Body.FlushAsync(request.Aborted);
        request.Http.Abort();
    }
}
