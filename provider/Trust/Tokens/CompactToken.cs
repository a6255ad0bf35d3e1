namespace PartnerTrust.Trust.Tokens;

/// <summary>A token taken apart; nothing of it is verified yet.</summary>
/// <param name="Header">The first segment.</param>
/// <param name="Claims">The second segment.</param>
/// <param name="SigningInput">What the signature is made over: the first two segments as they came.</param>
/// <param name="Signature">The third segment; empty for an unsigned token.</param>
internal sealed record CompactToken(TokenClaims Header, TokenClaims Claims, byte[] SigningInput, byte[] Signature);
