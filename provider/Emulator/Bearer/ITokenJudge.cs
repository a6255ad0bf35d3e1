using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>Judges the tokens that a server is shown.</summary>
internal interface ITokenJudge
{
    Task<TokenValidation> JudgeAsync(HostRequest request, string token);
}
