using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Where clients in the domain are told to look for Autodiscover; of Exchange 2013 under another name.</summary>
internal sealed class ClientAccess(ExchangeDirectory directory) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-ClientAccessService", Get)
        .Add("Get-ClientAccessServer", Get)
        .Add("Set-ClientAccessService", Set)
        .Add("Set-ClientAccessServer", Set);

    private PlayedAnswer Get(PlayedCall call, Server server)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        return PlayedAnswer.Of(Named(on, call.Text("Identity")).Select(machine => DirectoryObjects.Of(
            "Management.ClientAccessServer",
            machine.Split('.')[0].ToUpperInvariant(),
            on,
            on.Organisation.SettingsOf("ClientAccess", machine),
            "CN=Servers,CN=Microsoft Exchange,CN=Services,CN=Configuration",
            ("Fqdn", PlayedValue.Of(machine)),
            ("AutoDiscoverServiceInternalUri", on.Organisation.ServiceUris.GetValueOrDefault(machine) is { } uri
                ? PlayedValue.Of(new Uri(uri))
                : PlayedValue.Nothing))));
    }

    private PlayedAnswer Set(PlayedCall call, Server server)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        foreach (var machine in Named(on, call.Required("Identity")).Where(_ => call.Has("AutoDiscoverServiceInternalUri")))
        {
            on.Organisation.ServiceUris[machine] = call.Text("AutoDiscoverServiceInternalUri");
        }

        return PlayedAnswer.Nothing;
    }

    private static List<string> Named(DirectoryCall on, string? identity)
    {
        var found = on.Organisation.Machines.Where(machine =>
            identity is null || Things.IsNamed(machine, identity) || Things.IsNamed(machine.Split('.')[0], identity)).ToList();
        return found.Count > 0 ? found : throw on.NotFound(identity ?? "");
    }
}
