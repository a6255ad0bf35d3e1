using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.Installations;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Host;

/// <summary>Where everything is, as one line of JSON: <c>servers</c> is the setting of that name for a stack that is deployed to them,
/// <c>surroundings</c> are the environment variables of its plugin.</summary>
internal static class InstallationText
{
    public static string Of(PlayedInstallation played) => new JObject
    {
        ["port"] = played.Port,
        ["authority"] = played.Authority,
        ["folder"] = Testing.Basics.Repository.Root,
        ["shell"] = new JArray(PowerShellTool.Command),
        ["machines"] = new JObject(Machines(played).Select(machine => new JProperty(machine, new JObject
        {
            ["environment"] = JObject.FromObject(played.EnvironmentOf(machine)),
            ["overlay"] = played.OverlayOf(machine),
        }))),
        ["servers"] = new JArray(played.World.Servers.Select(server => SettingsOf(server, played.Shells.GetValueOrDefault(server.Fqdn)))),
        ["surroundings"] = JObject.FromObject(played.Surroundings),
    }.ToString(Formatting.None);

    private static IEnumerable<string> Machines(PlayedInstallation played) =>
        played.World.Servers.Where(server => SessionLayers.HasShell(server.Product)).SelectMany(server => server.Members.Add(server.Fqdn));

    private static JObject SettingsOf(Server server, ServerShell? shell)
    {
        var settings = new JObject
        {
            ["fqdn"] = server.Fqdn,
            ["product"] = server.Product.ToString(),
            ["realm"] = server.Realm,
            ["metadataUrl"] = server.MetadataUrl.AbsoluteUri,
            ["acceptedDomains"] = new JArray(server.AcceptedDomains),
            ["members"] = new JArray(server.Members),
        };
        if (shell is not null)
        {
            settings["shell"] = new JArray(shell.CommandLine);
            settings["modules"] = new JArray(shell.Modules);
        }

        return settings;
    }
}
