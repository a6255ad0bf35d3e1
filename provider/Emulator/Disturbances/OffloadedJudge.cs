using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Servers behind a device that ends TLS, which therefore expect http audiences (domain.md 8 row 8).</summary>
internal sealed class OffloadedJudge(ITokenJudge judge, IHostFaults faults) : ITokenJudge
{
    public async Task<TokenValidation> JudgeAsync(HostRequest request, string token)
    {
        var validation = await judge.JudgeAsync(request, token);
        return validation.Accepted && await faults.HasAsync(request.Server.Fqdn, HostFaultKind.TlsOffloading, request.Aborted)
            ? Refused(request, validation)
            : validation;
    }

    private static TokenValidation Refused(HostRequest request, TokenValidation validation)
    {
        var text = "The hostname component of the audience claim value is invalid. "
            + $"Expected 'https://{request.Host}'. Actual 'http://{request.Host}'.";
        var diagnostics = new TokenDiagnostics(TokenDiagnostics.InvalidAudience.Code, text, TokenDiagnostics.InvalidAudience.ErrorCategory);
        var step = new TraceStep("audienceScheme", false, text, FaultCatalogue.TlsEndsInFront(request.Server.Fqdn), diagnostics.ToString());
        return new TokenValidation(validation.Steps.Add(step), null);
    }
}
