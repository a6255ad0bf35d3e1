using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Volatile values by their placeholders: hides those of this run, and puts those of this run where another's were recorded.</summary>
internal sealed partial class Placeholders
{
    private readonly Dictionary<string, string> byValue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);

    public string Hide(string json) => Volatile().Replace(json, found =>
    {
        if (!byValue.TryGetValue(found.Value, out var name))
        {
            var kind = found.Groups.Values.Skip(1).First(group => group.Success).Name;
            name = string.Create(CultureInfo.InvariantCulture, $"<{kind}:{byValue.Count + 1}>");
            byValue[found.Value] = name;
            byName[name] = found.Value;
        }

        return name;
    });

    public string Fill(string json) => Named().Replace(json, found => byName.GetValueOrDefault(found.Value, found.Value));

    [GeneratedRegex("(?<pem>-----BEGIN [^\"]*-----END CERTIFICATE-----)|(?<guid>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"
        + "|(?<hex>(?<![\\w-])(?=[A-Fa-f]*[0-9])(?:[0-9A-F]{30,}|[0-9a-f]{33,})(?![\\w-]))"
        + "|(?<=\"x5t\":\")(?<x5t>[^\"<]+)|(?<=\"serialNumber\":\")(?<serial>[^\"<]+)|(?<=\"itemId\":\")(?<item>[^\"<]+)|(?<=\"place\":\")(?<place>[^\"<]+)")]
    private static partial Regex Volatile();

    [GeneratedRegex("<[a-z0-9]+:[0-9]+>")]
    private static partial Regex Named();
}
