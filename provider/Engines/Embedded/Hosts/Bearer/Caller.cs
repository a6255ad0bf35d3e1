using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Embedded.Hosts.Bearer;

/// <summary>Who makes a call, after the token was accepted.</summary>
/// <param name="Principal">The application that acts, <c>application@realm</c>.</param>
/// <param name="Partner">The receiver's record of it.</param>
/// <param name="User">The mailbox of the user for whom it acts; null for an app-only call.</param>
internal sealed record Caller(string Principal, PartnerApplication? Partner, Mailbox? User);
