using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Is the token of the right type, and signed with RS256, or unsigned as only a user token may be? (domain.md 5.1)</summary>
internal sealed class HeaderStage : ITokenStage
{
    public string Name => "header";

    public StageResult Check(TokenContext context)
    {
        var header = context.Received.Header;
        if (HeaderRules.Check(header, "The token") is { } fault)
        {
            return StageResult.Refused(fault);
        }

        switch (header.Text(ClaimNames.Algorithm))
        {
            case HeaderRules.Signed:
                return StageResult.Passed("RS256: a token of the application");
            case HeaderRules.Unsigned when context.Received.Signature.Length > 0:
                return StageResult.Refused(FaultCatalogue.UnsignedTokenSigned());
            case HeaderRules.Unsigned:
                context.User = context.Received;
                return StageResult.Passed("none: a user token");
            case var other:
                return StageResult.Refused(FaultCatalogue.TokenAlgorithm("The token", other, HeaderRules.SignedOrUnsigned));
        }
    }
}
