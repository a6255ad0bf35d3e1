using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>Judges by the rules of receivers, and by what the server's store says at this moment.</summary>
internal sealed class TokenJudge(IReceiverStates states) : ITokenJudge
{
    private static readonly TokenValidator Validator = new();

    public async Task<TokenValidation> JudgeAsync(HostRequest request, string token)
    {
        var preview = TokenPreview.Of(token);
        var identifiers = preview.ApplicationIdentifiers.Select(id => id.ToLowerInvariant()).Distinct().ToImmutableArray();
        var query = new ReceiverQuery(request.Server.Fqdn, identifiers, preview.UserAddresses);
        var state = await states.ReadReceiverStateAsync(query, request.Aborted);
        return Validator.Validate(new TokenValidationRequest(token, request.Server, state, request.Now));
    }
}
