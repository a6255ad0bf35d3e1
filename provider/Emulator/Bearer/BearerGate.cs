using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>Stands before every protected end point: challenges a call without a token, judges one with a token (domain.md 5.6, 5.7).</summary>
internal sealed class BearerGate(IHostBackend backend, Refusals refusals)
{
    private static readonly TokenValidator Validator = new();

    /// <summary>The accepted call; null when the request has been answered with 401.</summary>
    public async Task<AcceptedCall?> AdmitAsync(HostRequest request)
    {
        if (request.Faults.Has(HostFaultKind.OAuthDisabled))
        {
            await ChallengeAsync(request, "Negotiate", "NTLM");
            return null;
        }

        var authorization = request.Http.Request.Headers.Authorization;
        if (BearerCredentials.Find(authorization) is not { } token)
        {
            var challenge = await BearerAsync(request, invalid: BearerCredentials.AreEmpty(authorization));
            await ChallengeAsync(request, challenge, "Negotiate", "NTLM");
            return null;
        }

        var validation = await ValidateAsync(request, token);
        return validation.Call ?? await RefuseAsync(request, validation);
    }

    private async Task<TokenValidation> ValidateAsync(HostRequest request, string token)
    {
        var preview = TokenPreview.Of(token);
        var identifiers = preview.ApplicationIdentifiers.Select(id => id.ToLowerInvariant()).Distinct().ToImmutableArray();
        var query = new ReceiverQuery(request.Server.Fqdn, identifiers, preview.UserAddresses);
        var asked = request.Faults.Has(HostFaultKind.StaleConfiguration)
            ? backend.RecallReceiverStateAsync(query, request.Aborted)
            : backend.ReadReceiverStateAsync(query, request.Aborted);
        var state = await asked;
        var validation = Validator.Validate(new TokenValidationRequest(token, request.Server, state, request.Now));
        return validation.Accepted && request.Faults.Has(HostFaultKind.TlsOffloading) ? Offloaded(request, validation) : validation;
    }

    private static TokenValidation Offloaded(HostRequest request, TokenValidation validation)
    {
        var text = $"The hostname component of the audience claim value is invalid. Expected 'https://{request.Host}'. Actual 'http://{request.Host}'.";
        var diagnostics = new TokenDiagnostics(TokenDiagnostics.InvalidAudience.Code, text, TokenDiagnostics.InvalidAudience.ErrorCategory);
        var step = new TraceStep("audienceScheme", false, text, FaultCatalogue.TlsEndsInFront(request.Server.Fqdn), diagnostics.ToString());
        return new TokenValidation(validation.Steps.Add(step), null);
    }

    private async Task<AcceptedCall?> RefuseAsync(HostRequest request, TokenValidation validation)
    {
        refusals.Note(request.Http.Request.Headers[Refusals.RequestIdHeader].ToString(), validation);
        if (validation.Diagnostics is { } diagnostics)
        {
            request.Http.Response.Headers[TokenDiagnostics.HeaderName] = diagnostics;
        }

        await ChallengeAsync(request, await BearerAsync(request, invalid: true));
        return null;
    }

    private async Task<string> BearerAsync(HostRequest request, bool invalid)
    {
        var issuers = await backend.ListTrustedIssuersAsync(request.Server.Fqdn, request.Aborted);
        var configuration = await backend.ReadOAuthConfigurationAsync(request.Server.Fqdn, request.Aborted);
        var (application, realm) = AuthMetadata.PrincipalOf(request.Server, configuration);
        return (BearerChallenge.Of(request.Server, new PrincipalName(application, realm), issuers) with { Error = invalid ? "invalid_token" : null }).ToHeaderValue();
    }

    private static Task ChallengeAsync(HostRequest request, params string[] challenges)
    {
        request.Http.Response.Headers.WWWAuthenticate = new StringValues(challenges);
        return Answers.WriteAsync(request.Http, 401, Answers.Text, "401 - Unauthorized.");
    }
}
