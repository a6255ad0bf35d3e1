using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is it a token at all, and of a size that is read?</summary>
internal sealed class FormStage : ITokenStage
{
    public string Name => "form";

    public StageResult Check(TokenContext context)
    {
        var limits = context.Limits;
        if (context.Token.Length == 0 || context.Token.Length > limits.Characters)
        {
            return StageResult.Refused(FaultCatalogue.TokenLength(context.Token.Length, limits.Characters));
        }

        if (CompactTokenReader.Read(context.Token, "The token", limits, out var fault) is not { } token)
        {
            return StageResult.Refused(fault!);
        }

        context.Received = token;
        return StageResult.Passed("a JSON web token");
    }
}
