using System.Buffers;
using System.Net;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Network;

/// <summary>How servers are called: https only and within limits. Failures of the way there are faults; any status is an answer.</summary>
public sealed class HttpsNetwork : IDisposable
{
    private readonly NetworkLimits limits;
    private readonly HttpClient strict;
    private readonly HttpClient lenient;

    /// <param name="makeHandler">Makes the connections, for exchanges that verify the TLS certificate and for those that take any; see
    /// <see cref="HttpsHandlers"/>.</param>
    /// <param name="limits">What one exchange may cost.</param>
    public HttpsNetwork(Func<bool, HttpMessageHandler> makeHandler, NetworkLimits limits)
    {
        this.limits = limits;
        strict = ClientOf(makeHandler(false));
        lenient = ClientOf(makeHandler(true));
    }

    /// <summary>The network that this machine is in.</summary>
    public static HttpsNetwork OfThisMachine(NetworkLimits limits) => new(HttpsHandlers.OfThisMachine, limits);

    /// <summary>Fetches a document, following redirects on the same host; any status but 200 is a fault.</summary>
    public async Task<NetworkResponse> GetDocumentAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken)
    {
        var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, url), trustAnySslCertificate, cancellationToken);
        return response.Status == HttpStatusCode.OK ? response : throw new FaultException(StatusFaults.Of(response));
    }

    /// <summary>Makes one exchange. The request is made anew for each redirect that is followed.</summary>
    public async Task<NetworkResponse> SendAsync(
        Func<HttpRequestMessage> makeRequest, bool trustAnySslCertificate, CancellationToken cancellationToken)
    {
        using var first = makeRequest();
        var url = RequireHttps(first.RequestUri);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limits.Timeout);
        try
        {
            return await FollowAsync(makeRequest, url, trustAnySslCertificate, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FaultException(FaultCatalogue.AnswerTooSlow(url, limits.Timeout));
        }
    }

    public void Dispose()
    {
        strict.Dispose();
        lenient.Dispose();
    }

    private async Task<NetworkResponse> FollowAsync(
        Func<HttpRequestMessage> makeRequest, Uri url, bool trustAny, CancellationToken cancellationToken)
    {
        var next = url;
        for (var redirects = 0; ; redirects++)
        {
            using var request = makeRequest();
            request.RequestUri = next;
            var response = await ExchangeAsync(request, next, trustAny, cancellationToken);
            if ((int)response.Status is not (301 or 302 or 303 or 307 or 308))
            {
                return response;
            }

            var location = response.Headers.Location is { } given ? new Uri(next, given) : null;
            if (location is not { UserInfo: "" } || location.Scheme != Uri.UriSchemeHttps || location.Authority != url.Authority
                || redirects == limits.MostRedirects)
            {
                throw new FaultException(FaultCatalogue.AnswerRedirects(next, location is null ? "nowhere" : Shown(location)));
            }

            next = location;
        }
    }

    private async Task<NetworkResponse> ExchangeAsync(HttpRequestMessage request, Uri url, bool trustAny, CancellationToken cancellationToken)
    {
        using var span = FetchSpan.Begin(request.Method, Shown(url));
        try
        {
            var client = trustAny ? lenient : strict;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await ReadBodyAsync(response.Content, url, cancellationToken);
            span.Answered(response.StatusCode, body.Length);
            return new NetworkResponse(url, response.StatusCode, response.Headers, response.Content.Headers.ContentType?.ToString(), body);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            var fault = ConnectionFaults.Of(url, failure);
            span.Failed(fault.Code);
            throw new FaultException(fault, failure);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContent content, Uri url, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken);
        await using var _ = stream;
        using var kept = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                if (kept.Length + read > limits.LargestBody)
                {
                    throw new FaultException(FaultCatalogue.AnswerTooLarge(url, limits.LargestBody));
                }

                kept.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return kept.ToArray();
    }

    /// <summary>The limits here are the only ones.</summary>
    private static HttpClient ClientOf(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    private static Uri RequireHttps(Uri? url) =>
        url is { IsAbsoluteUri: true, Host.Length: > 0, UserInfo.Length: 0 } && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new FaultException(FaultCatalogue.UrlIsNotHttps(Shown(url)));

    /// <summary>Without what may be secret in it.</summary>
    private static string Shown(Uri? url) => url switch
    {
        null => "",
        { IsAbsoluteUri: true } => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped),
        _ => url.OriginalString,
    };
}
