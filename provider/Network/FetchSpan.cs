using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace PartnerTrust.Network;

/// <summary>One exchange as a span below the one that runs; nothing where none does. Of its URL neither user nor query is told.</summary>
internal sealed class FetchSpan : IDisposable
{
    private readonly Activity? span;

    private FetchSpan(Activity? span) => this.span = span;

    /// <param name="method">Of the request.</param>
    /// <param name="url">Without what may be secret in it.</param>
    public static FetchSpan Begin(HttpMethod method, string url)
    {
        var span = Activity.Current?.Source.StartActivity("fetch", ActivityKind.Client);
        if (span is not null)
        {
            span.DisplayName = method.Method;
            span.SetTag("http.request.method", method.Method);
            span.SetTag("url.full", url);
        }

        return new FetchSpan(span);
    }

    public void Answered(HttpStatusCode status, int bytes)
    {
        span?.SetTag("http.response.status_code", (int)status);
        span?.SetTag("http.response.body.size", bytes);
        span?.SetTag("outcome", ((int)status).ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="code">The number of the fault.</param>
    public void Failed(string code)
    {
        span?.SetTag("error.type", code);
        span?.SetTag("outcome", code);
        span?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose() => span?.Dispose();
}
