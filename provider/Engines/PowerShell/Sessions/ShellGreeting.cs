using Newtonsoft.Json.Linq;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>What a shell says of itself when it is ready.</summary>
/// <param name="Version">Of PowerShell.</param>
/// <param name="Machine">On which it runs.</param>
/// <param name="User">As whom it runs.</param>
internal sealed record ShellGreeting(Version Version, string Machine, string User)
{
    public static ShellGreeting Read(JObject ready) => new(
        Version.TryParse(Text(ready, "ready").Split('-')[0], out var version) ? version : new Version(0, 0),
        Text(ready, "machine"),
        Text(ready, "user"));

    private static string Text(JObject ready, string name) => ready[name] is { } token ? Wire.CmdletObject.TextOf(token) ?? "" : "";
}
