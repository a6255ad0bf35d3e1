using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Network;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Calls that carry a token. A refusal is told with the receiver's own reason where its log can be seen, else with what its answer
/// says.</summary>
internal sealed class ServiceCalls(HttpsNetwork network, Refusals refusals, TimeProvider time)
{
    private const string NotYetValid = "PT5033";

    private static readonly TimeSpan TolerableOffset = TimeSpan.FromMinutes(5);

    /// <summary>Sends a SOAP message, or asks for the bare resource when there is none to send.</summary>
    public async Task<NetworkResponse> SendAsync(Uri url, string token, string? soap, string? soapAction, CancellationToken cancellationToken)
    {
        using var watch = refusals.Begin();
        var response = await network.SendAsync(() => Request(url, token, soap, soapAction, watch.RequestId), false, cancellationToken);
        return response.Status == HttpStatusCode.Unauthorized ? throw Refused(response, watch) : response;
    }

    public async Task<SoapMessage> CallAsync(Uri url, string token, string soap, string soapAction, CancellationToken cancellationToken)
    {
        var response = await SendAsync(url, token, soap, soapAction, cancellationToken);
        using var content = new MemoryStream(response.Body.ToArray());
        if (SoapMessage.Read(content) is { } message)
        {
            return message;
        }

        throw new CheckFailure(CallAnswers.AtMessage(url, (int)response.Status, response.ContentType));
    }

    private CheckFailure Refused(NetworkResponse response, Refusals.Watch watch)
    {
        if (!watch.TryGet(out var validation) || validation.Refusal is not { } refusal)
        {
            return new CheckFailure(
                FaultCatalogue.TokenRefusedByServer(response.Url, (int)response.Status, response.Diagnostics), null, response.Diagnostics);
        }

        var stage = validation.Steps[^1];
        var offset = (response.ServerTime ?? time.GetUtcNow()) - time.GetUtcNow();
        var isAboutTime = (stage.Name is "lifetime" or "userTokenLifetime" || refusal.Code == NotYetValid) && offset.Duration() > TolerableOffset;
        return new CheckFailure(
            isAboutTime ? FaultCatalogue.ClocksDiffer(response.Url.Host, offset) : refusal, $"{stage.Name}: {refusal.Found}", response.Diagnostics);
    }

    private static HttpRequestMessage Request(Uri url, string token, string? soap, string? soapAction, string requestId)
    {
        var request = new HttpRequestMessage(soap is null ? HttpMethod.Get : HttpMethod.Post, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add(Refusals.RequestIdHeader, requestId);
        request.Headers.Add("return-client-request-id", "true");
        if (soap is not null)
        {
            request.Content = new StringContent(soap, Encoding.UTF8, "text/xml");
        }

        if (soapAction is not null)
        {
            request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{soapAction}\"");
        }

        return request;
    }
}
