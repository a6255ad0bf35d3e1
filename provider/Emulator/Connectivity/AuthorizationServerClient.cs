using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator.TokenServer;
using PartnerTrust.Network;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Gets an actor token from an authorization server: the caller proves itself with a token of its own (domain.md 1.1).</summary>
internal sealed class AuthorizationServerClient(CallerTools tools)
{
    public async Task<string> RequestAsync(
        AuthorizationServer server,
        PrincipalName client,
        Audience resource,
        CertificateWithKey key,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var document = await tools.Documents.FetchAsync(server.AuthMetadataUrl, false, cancellationToken);
        var url = document.Issuance ?? throw new CheckFailure(CallAnswers.AtIssuance(server.AuthMetadataUrl));
        var issuer = PrincipalName.Parse(server.Issuer);
        var assertion = TokenIssuer.IssueActor(
            ActorTokenRequest.SelfIssued(client, new Audience(issuer.Application, url.Authority, issuer.Realm), now), key);
        using var watch = tools.Refusals.Begin();
        var response = await tools.Network.SendAsync(() => Request(url, assertion, resource, watch.RequestId), false, cancellationToken);
        if (watch.TryGet(out var validation) && validation.Refusal is { } refusal)
        {
            throw new CheckFailure(refusal, $"{validation.Steps[^1].Name} at the authorization server: {refusal.Found}");
        }

        return TokenIn(response) ?? throw new CheckFailure(FaultCatalogue.AuthorizationServerRefuses(url, (int)response.Status, "without a token"));
    }

    private static HttpRequestMessage Request(Uri url, string assertion, Audience resource, string requestId)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = IssuanceEndpoint.Grant,
                ["assertion"] = assertion,
                ["resource"] = resource.ToString(),
            }),
        };
        request.Headers.Add(Bearer.Refusals.RequestIdHeader, requestId);
        return request;
    }

    private static string? TokenIn(NetworkResponse response)
    {
        try
        {
            using var text = new StreamReader(new MemoryStream(response.Body.ToArray()));
            using var reader = new JsonTextReader(text) { MaxDepth = 8 };
            return JToken.Load(reader) is JObject answer && answer["access_token"] is JValue { Value: string token } ? token : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
