using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>The domains in the addresses of the configured mailboxes, in lower case.</summary>
internal sealed class UserDomains
{
    private readonly ImmutableArray<(string Sip, string Smtp, string Server)> users;

    private UserDomains(IEnumerable<(string Sip, string Smtp, string Server)> users)
    {
        this.users = [.. users];
        Sip = [.. this.users.Select(user => user.Sip).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Those of the SIP addresses, each once.</summary>
    public ImmutableArray<string> Sip { get; }

    /// <summary>Reads what can be read; who refuses the rest is another.</summary>
    public static UserDomains In(PropertyMap settings) => new(
        from entry in InstallationReader.Entries(settings, "mailboxes")
        let sip = entry.Entry.Text("sipUri")
        let smtp = entry.Entry.Text("smtpAddress")
        let server = entry.Entry.Text("server")
        where sip is not null && smtp is not null && server is not null && SipUris.IsValid(sip) && SmtpAddresses.IsValid(smtp)
        select (DomainOf(sip), DomainOf(smtp), Fqdns.Normalize(server)));

    /// <summary>Those of the SMTP addresses of the mailboxes on one server.</summary>
    /// <param name="names">By which it may be named.</param>
    public IEnumerable<string> SmtpOn(IReadOnlyCollection<string> names) =>
        users.Where(user => names.Contains(user.Server, StringComparer.Ordinal)).Select(user => user.Smtp).Distinct(StringComparer.Ordinal);

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
