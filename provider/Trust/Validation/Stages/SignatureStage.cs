using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Was the token made by the holder of that key? (domain.md 5.5)</summary>
internal sealed class SignatureStage : ITokenStage
{
    public string Name => "signature";

    public StageResult Check(TokenContext context) =>
        context.Key is not { } key ? StageResult.Open("by which key the signature would be checked is not known here")
        : context.Verifier.Verify(key, context.Actor.SigningInput, context.Actor.Signature)
            ? StageResult.Passed("the signature is that of the trusted key")
        : StageResult.Refused(FaultCatalogue.SignatureInvalid(key.Thumbprint), context.IfDocumented(TokenDiagnostics.InvalidSignature));
}
