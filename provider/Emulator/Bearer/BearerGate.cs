using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>Challenges a call without a token, has one with a token judged (domain.md 5.6, 5.7).</summary>
internal sealed class BearerGate(IHostBackend backend, ITokenJudge judge, Refusals refusals) : IBearerGate
{
    public async Task<AcceptedCall?> AdmitAsync(HostRequest request)
    {
        var authorization = request.Http.Request.Headers.Authorization;
        if (BearerCredentials.Find(authorization) is not { } token)
        {
            var challenge = await BearerAsync(request, invalid: BearerCredentials.AreEmpty(authorization));
            await Challenge.WriteAsync(request, challenge, Challenge.Negotiate, Challenge.Ntlm);
            return null;
        }

        var validation = await judge.JudgeAsync(request, token);
        return validation.Call ?? await RefuseAsync(request, validation);
    }

    private async Task<AcceptedCall?> RefuseAsync(HostRequest request, TokenValidation validation)
    {
        refusals.Note(request.Http.Request.Headers[Refusals.RequestIdHeader].ToString(), validation);
        if (validation.Diagnostics is { } diagnostics)
        {
            request.Http.Response.Headers[TokenDiagnostics.HeaderName] = diagnostics;
        }

        await Challenge.WriteAsync(request, await BearerAsync(request, invalid: true));
        return null;
    }

    private async Task<string> BearerAsync(HostRequest request, bool invalid)
    {
        var issuers = await backend.ListTrustedIssuersAsync(request.Server.Fqdn, request.Aborted);
        var configuration = await backend.ReadOAuthConfigurationAsync(request.Server.Fqdn, request.Aborted);
        var (application, realm) = AuthMetadata.PrincipalOf(request.Server, configuration);
        var challenge = BearerChallenge.Of(request.Server, new PrincipalName(application, realm), issuers) with
        {
            AuthorizationUri = await backend.FindAuthorizationUriAsync(request.Server.Fqdn, request.Aborted),
            Error = invalid ? "invalid_token" : null,
        };
        return challenge.ToHeaderValue();
    }
}
