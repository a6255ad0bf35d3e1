using System.Collections.Immutable;

namespace PartnerTrust.Emulator.Backend;

/// <summary>Which part of the state one token needs. The slice holds the receiving server, its certificates, settings and published URL; every
/// partner application and authorization server of it whose application identifier is named here, in whatever realm and whether enabled or not,
/// so that a refusal can tell a wrong realm from an unknown partner; the mailboxes that the addresses name; and all servers,
/// for who knows a mailbox.</summary>
/// <param name="Server">Fqdn of the receiver.</param>
/// <param name="ApplicationIdentifiers">Lower case; the text before <c>@</c> of every principal in the token.</param>
/// <param name="UserAddresses">SIP, SMTP and UPN addresses and security identifiers of the token's user; empty for an app-only token.</param>
public sealed record ReceiverQuery(string Server, ImmutableArray<string> ApplicationIdentifiers, ImmutableArray<string> UserAddresses);
