using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>What a shell says of itself when it is ready.</summary>
/// <param name="Version">Of PowerShell.</param>
/// <param name="Machine">On which it runs.</param>
/// <param name="User">As whom it runs.</param>
/// <param name="ClockOffset">How far the clock there is ahead of ours; null where it does not tell.</param>
internal sealed record ShellGreeting(Version Version, string Machine, string User, TimeSpan? ClockOffset)
{
    /// <param name="ready">What it wrote.</param>
    /// <param name="now">When that was read.</param>
    public static ShellGreeting Read(JObject ready, DateTimeOffset now) => new(
        Version.TryParse(Text(ready, "ready").Split('-')[0], out var version) ? version : new Version(0, 0),
        Text(ready, "machine"),
        Text(ready, "user"),
        DateTimeOffset.TryParse(Text(ready, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time - now : null);

    private static string Text(JObject ready, string name) => ready[name] is { } token ? Wire.CmdletObject.TextOf(token) ?? "" : "";
}
