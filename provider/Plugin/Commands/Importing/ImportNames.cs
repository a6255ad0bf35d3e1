using System.Globalization;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>Gives out logical names: lower-case letters, digits and hyphens, a letter first, so that every language can make a variable of
/// them; no two alike, not even when the hyphens are gone as in <c>camelCase</c>.</summary>
internal sealed class ImportNames
{
    private readonly Dictionary<string, string> shortNames;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public ImportNames(IReadOnlyCollection<Server> servers) => shortNames = servers
        .GroupBy(server => server.Fqdn.Split('.', 2)[0], StringComparer.Ordinal)
        .SelectMany(alike => alike.Select(server => KeyValuePair.Create(server.Fqdn, alike.Count() == 1 ? alike.Key : server.Fqdn)))
        .ToDictionary(StringComparer.Ordinal);

    public string Of(string kind, Server server) => Unique(Plain($"{kind}-{shortNames[server.Fqdn]}"));

    public string Of(string kind, string record, Server server) => Unique(Plain($"{kind}-{record}-on-{shortNames[server.Fqdn]}"));

    private static string Plain(string text)
    {
        var kept = text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        return string.Join('-', new string(kept).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    private string Unique(string name)
    {
        var candidate = name;
        for (var count = 2; !taken.Add(candidate.Replace("-", "", StringComparison.Ordinal)); count++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name}-{count}");
        }

        return candidate;
    }
}
