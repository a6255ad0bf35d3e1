using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.TokenServer;

/// <summary>Where an authorization server issues: a client proves itself by a token that it signed for it, and gets one for the resource
/// that it names (domain.md 1.1).</summary>
internal sealed class IssuanceEndpoint(IHostBackend backend, ISigningKeys keys, Refusals refusals)
{
    public const string Grant = "http://oauth.net/grant_type/jwt/1.0/bearer";

    private const int LargestForm = 256 * 1024;
    private static readonly TokenValidator Validator = new();

    public async Task AnswerAsync(HostRequest request)
    {
        var form = await FormFields.ReadAsync(request.Http.Request, LargestForm, request.Aborted);
        var assertion = form?.GetValueOrDefault("assertion") ?? "";
        if (form?.GetValueOrDefault("grant_type") != Grant || assertion.Length == 0
            || !Audience.TryParse(form.GetValueOrDefault("resource"), out var resource))
        {
            await RefuseAsync(request, 400, "invalid_request");
            return;
        }

        var preview = TokenPreview.Of(assertion);
        var query = new ReceiverQuery(request.Server.Fqdn, preview.ApplicationIdentifiers, []);
        var state = await backend.ReadReceiverStateAsync(query, request.Aborted);
        var validation = Validator.Validate(new TokenValidationRequest(assertion, request.Server, state, request.Now));
        if (validation.Call is { User: null } call)
        {
            await IssueAsync(request, call, resource);
            return;
        }

        refusals.Note(request.Http.Request.Headers[Refusals.RequestIdHeader].ToString(), validation);
        await RefuseAsync(request, 401, "invalid_client");
    }

    private async Task IssueAsync(HostRequest request, AcceptedCall call, Audience resource)
    {
        var slots = await backend.ReadCertificateSlotsAsync(request.Server.Fqdn, request.Aborted);
        var signing = CertificateRules.Signing(slots, ServerProduct.TokenServer, request.Now);
        var key = signing is null || !signing.IsValidAt(request.Now)
            ? null
            : await keys.FindSigningKeyAsync(request.Server.Fqdn, signing.Thumbprint, request.Aborted);
        if (key is null)
        {
            await RefuseAsync(request, 500, "server_error");
            return;
        }

        var wish =
            new ActorTokenRequest(PrincipalName.Parse(request.Server.Issuer), call.Client, resource, request.Now) { TrustedForDelegation = true };
        var answer = new JObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = TokenIssuer.IssueActor(wish, key),
            ["expires_in"] = ((int)wish.Lifetime.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["resource"] = resource.ToString(),
        };
        await Answers.WriteAsync(request.Http, 200, Answers.Json, answer.ToString(Formatting.None));
    }

    private static Task RefuseAsync(HostRequest request, int status, string error) =>
        Answers.WriteAsync(request.Http, status, Answers.Json, new JObject { ["error"] = error }.ToString(Formatting.None));
}
