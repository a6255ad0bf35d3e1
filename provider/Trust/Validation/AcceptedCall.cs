using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation;

/// <summary>Who calls, once the token has been accepted.</summary>
/// <param name="Application">The receiver's record of the calling application.</param>
/// <param name="Client">The application's principal.</param>
/// <param name="User">For whom it calls; null for an app-only call.</param>
public sealed record AcceptedCall(PartnerApplication Application, PrincipalName Client, Mailbox? User);
