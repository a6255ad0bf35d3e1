using System.Collections.Immutable;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Engines.Contract.Capabilities;

/// <summary>Knows every mailbox of the installation.</summary>
public interface IMailboxDirectory
{
    /// <summary>The mailboxes that answer to a SIP address (<c>sip:user@domain</c>), SMTP address or security identifier, compared without
    /// case.</summary>
    Task<ImmutableArray<Mailbox>> FindAsync(string address, IProgress<string> progress, CancellationToken cancellationToken);
}
