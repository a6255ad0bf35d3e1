using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Where EWS and Autodiscover answer, and whether they take tokens (domain.md 8 row 12).</summary>
internal sealed class VirtualDirectories(ExchangeDirectory directory) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-WebServicesVirtualDirectory", (call, server) => Get(call, server, "EWS", "WebServices", ServicePaths.Ews))
        .Add("Get-AutodiscoverVirtualDirectory", (call, server) => Get(call, server, "Autodiscover", "Autodiscover", null));

    private PlayedAnswer Get(PlayedCall call, Server server, string name, string type, string? path)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        var machines = on.Organisation.Machines.Where(machine => call.Text("Server") is not { } asked
            || Things.IsNamed(machine, asked) || Things.IsNamed(machine.Split('.')[0], asked)).ToList();
        return machines.Count == 0 ? throw on.NotFound(call.Text("Server")!) : PlayedAnswer.Of(machines.Select(machine =>
        {
            var whole = $"{name} (Default Web Site)";
            return DirectoryObjects.Of(
                $"SystemConfiguration.AD{type}VirtualDirectory",
                whole,
                on,
                on.Organisation.SettingsOf(type, machine),
                $"CN=HTTP,CN=Protocols,CN={machine.Split('.')[0]},CN=Servers",
                ("OAuthAuthentication", PlayedValue.Of(on.Organisation.TakesOAuth)),
                ("BasicAuthentication", PlayedValue.Of(false)),
                ("WindowsAuthentication", PlayedValue.Of(true)),
                ("Server", ServerId(on, machine)),
                ("InternalUrl", PlayedValue.Of(path is null ? null : new Uri($"https://{server.Fqdn}{path}"))),
                ("ExternalUrl", PlayedValue.Nothing));
        }));
    }

    private static PlayedValue.Thing ServerId(DirectoryCall on, string machine)
    {
        var name = machine.Split('.')[0].ToUpperInvariant();
        return DirectoryObjects.Id(name, name, on.Organisation.SettingsOf("ExchangeServer", machine).Id, on.Organisation, "CN=Servers");
    }
}
