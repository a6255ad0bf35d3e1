using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>What an organisation is made of.</summary>
internal sealed class Organisations(ExchangeDirectory directory, SimulatedWorld world) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-AcceptedDomain", AcceptedDomains)
        .Add("Get-ExchangeServer", ExchangeServers)
        .Add("Get-OrganizationConfig", OrganizationConfig)
        .Add("Get-HybridConfiguration", HybridConfiguration);

    private PlayedAnswer AcceptedDomains(PlayedCall call, Server server)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        var found = on.Organisation.AcceptedDomains
            .Where(domain => call.Text("Identity") is not { } identity
                || Things.IsNamed(domain.Name, identity) || Things.IsNamed(domain.DomainName, identity))
            .ToList();
        return found.Count == 0 && call.Text("Identity") is { } missing
            ? throw on.NotFound(missing)
            : PlayedAnswer.Of(found.Select(domain => DirectoryObjects.Of(
                "SystemConfiguration.AcceptedDomain",
                domain.Name,
                on,
                on.Organisation.SettingsOf("AcceptedDomain", domain.Name),
                "CN=Accepted Domains,CN=Transport Settings,CN=Microsoft Exchange,CN=Services,CN=Configuration",
                ("DomainName", DomainName(domain.DomainName)),
                ("DomainType", Things.Enumeration(
                    "Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomainType", "Authoritative", "Authoritative", "ExternalRelay")),
                ("MatchSubDomains", PlayedValue.Of(false)),
                ("Default", PlayedValue.Of(domain.IsDefault)))));
    }

    private static PlayedValue.Thing DomainName(string name)
    {
        var isPattern = name.StartsWith("*.", StringComparison.Ordinal);
        return Things.Of(
            "Microsoft.Exchange.Data.SmtpDomainWithSubdomains",
            name,
            ("Address", PlayedValue.Of(name)),
            ("SmtpDomain", PlayedValue.Of(isPattern ? name[2..] : name)),
            ("Domain", PlayedValue.Of(isPattern ? name[2..] : name)),
            ("IsStar", PlayedValue.Of(name == "*")),
            ("IncludeSubDomains", PlayedValue.Of(isPattern)));
    }

    private PlayedAnswer ExchangeServers(PlayedCall call, Server server)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        var found = on.Organisation.Machines.Where(machine => call.Text("Identity") is not { } identity
            || Things.IsNamed(machine, identity) || Things.IsNamed(machine.Split('.')[0], identity)).ToList();
        return found.Count == 0 && call.Text("Identity") is { } missing
            ? throw on.NotFound(missing)
            : PlayedAnswer.Of(found.Select(machine => DirectoryObjects.Of(
                "Management.ExchangeServer",
                machine.Split('.')[0].ToUpperInvariant(),
                on,
                on.Organisation.SettingsOf("ExchangeServer", machine),
                "CN=Servers,CN=Microsoft Exchange,CN=Services,CN=Configuration",
                ("Fqdn", PlayedValue.Of(machine)),
                ("AdminDisplayVersion", Things.Of("Microsoft.Exchange.Data.ServerVersion", world.EditionOf(server).Version)),
                ("Edition", PlayedValue.Of("Standard")),
                ("IsEdgeServer", PlayedValue.Of(false)),
                ("ServerRole", PlayedValue.Of("Mailbox")))));
    }

    private PlayedAnswer OrganizationConfig(PlayedCall call, Server server)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        return PlayedAnswer.Of(DirectoryObjects.Of(
            "Management.OrganizationConfig",
            "First Organization",
            on,
            on.Organisation.SettingsOf("OrganizationConfig", "First Organization"),
            "CN=Microsoft Exchange,CN=Services,CN=Configuration",
            ("OAuth2ClientProfileEnabled", PlayedValue.Of(false)),
            ("EnableAuthAdminReadSession", PlayedValue.Of(false))));
    }

    private PlayedAnswer HybridConfiguration(PlayedCall call, Server server)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        return !on.Organisation.IsHybrid ? PlayedAnswer.Nothing : PlayedAnswer.Of(DirectoryObjects.Of(
            "SystemConfiguration.HybridConfiguration",
            "Hybrid Configuration",
            on,
            on.Organisation.SettingsOf("HybridConfiguration", "Hybrid Configuration"),
            "CN=Hybrid Configuration,CN=Microsoft Exchange,CN=Services,CN=Configuration"));
    }
}
