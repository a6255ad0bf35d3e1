using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Was the token made by the holder of that key? (domain.md 5.5)</summary>
internal sealed class SignatureStage : ITokenStage
{
    public string Name => "signature";

    public StageResult Check(TokenContext context) =>
        context.Verifier.Verify(context.Key, context.Actor.SigningInput, context.Actor.Signature)
            ? StageResult.Passed("the signature is that of the trusted key")
            : StageResult.Refused(FaultCatalogue.SignatureInvalid(context.Key.Thumbprint), context.IfDocumented(TokenDiagnostics.InvalidSignature));
}
