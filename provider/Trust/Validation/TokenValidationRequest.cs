using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation;

/// <summary>A token as a server received it.</summary>
/// <param name="Token">The text after <c>Bearer</c>.</param>
/// <param name="Receiver">The server that received it.</param>
/// <param name="State">At least the receiver's partner applications and authorization servers for the token's principals, its
/// OAuth configuration, and the mailboxes that the token's addresses name; see <see cref="TokenPreview"/>.</param>
/// <param name="At">When it was received.</param>
public sealed record TokenValidationRequest(string Token, Server Receiver, TrustState State, DateTimeOffset At);
