using System.Globalization;
using System.Text.RegularExpressions;
using PartnerTrust.Deployment.State;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>Durations as programs write them: <c>1h30m</c>, <c>500ms</c>.</summary>
internal static partial class Durations
{
    public static CustomTimeouts Read(RegisterResourceRequest.Types.CustomTimeouts? timeouts) => timeouts is null
        ? CustomTimeouts.None
        : new CustomTimeouts(Seconds(timeouts.Create), Seconds(timeouts.Update), Seconds(timeouts.Delete), Seconds(timeouts.Read));

    public static double Seconds(string duration)
    {
        if (duration.Length == 0)
        {
            return 0;
        }

        if (!Whole().IsMatch(duration))
        {
            throw new DeploymentException($"'{duration}' is no duration such as 30s, 5m or 1h30m");
        }

        return Part().Matches(duration).Sum(part => double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * Unit(part.Groups[2].Value));
    }

    public static string Text(double seconds) => seconds == 0 ? "" : seconds.ToString("0.###", CultureInfo.InvariantCulture) + "s";

    private static double Unit(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "us" or "µs" => 1e-6,
        _ => 1e-9,
    };

    [GeneratedRegex("^([0-9.]+(h|ms|m|s|us|µs|ns))+$")]
    private static partial Regex Whole();

    [GeneratedRegex("([0-9.]+)(h|ms|m|s|us|µs|ns)")]
    private static partial Regex Part();
}
