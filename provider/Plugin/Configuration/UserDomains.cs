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
    public static UserDomains In(PropertyMap settings)
    {
        var keepers = KeepersIn(settings);
        return new UserDomains(
            from entry in InstallationReader.Entries(settings, "mailboxes")
            let sip = entry.Entry.Text("sipUri")
            let smtp = entry.Entry.Text("smtpAddress")
            let server = entry.Entry.Text("server")
            where sip is not null && smtp is not null && server is not null && SipUris.IsValid(sip) && SmtpAddresses.IsValid(smtp)
            let named = Fqdns.Normalize(server)
            select (SipUris.DomainOf(sip), SmtpAddresses.DomainOf(smtp), keepers.GetValueOrDefault(named, named)));
    }

    /// <summary>Those of the SMTP addresses of the mailboxes on one server, or on another of its deployment.</summary>
    public IEnumerable<string> SmtpOn(string fqdn) =>
        users.Where(user => user.Server == fqdn).Select(user => user.Smtp).Distinct(StringComparer.Ordinal);

    /// <summary>Under each name of a server the fqdn of the one that stands for its deployment.</summary>
    private static Dictionary<string, string> KeepersIn(PropertyMap settings)
    {
        var keepers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, entry) in InstallationReader.Entries(settings, ServerReader.Setting))
        {
            if (entry.Text("fqdn") is { } fqdn)
            {
                foreach (var name in (entry.Texts("names") ?? []).Prepend(fqdn))
                {
                    keepers.TryAdd(Fqdns.Normalize(name), Fqdns.Normalize(entry.Text(ServerEntry.DeploymentName) ?? fqdn));
                }
            }
        }

        return keepers;
    }
}
