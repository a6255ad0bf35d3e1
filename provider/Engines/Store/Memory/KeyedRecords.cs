using System.Collections.Immutable;

namespace PartnerTrust.Engines.Store.Memory;

/// <summary>Records of many servers, found by name, by identifier and by issuer at a cost that does not grow with their number.</summary>
internal sealed record KeyedRecords<T>(
    Func<T, RecordKeys> KeysOf,
    ImmutableDictionary<(string Server, string Name), T> Records,
    ImmutableDictionary<string, ImmutableSortedSet<string>> NamesByServer,
    ImmutableDictionary<(string Server, string Identifier), ImmutableSortedSet<string>> NamesByIdentifier,
    ImmutableDictionary<string, ImmutableHashSet<(string Server, string Name)>> ByIssuer)
    where T : class
{
    private static readonly ImmutableSortedSet<string> NoNames = ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    public static KeyedRecords<T> Empty(Func<T, RecordKeys> keysOf) => new(
        keysOf,
        ImmutableDictionary.Create<(string, string), T>(RecordKeyComparer.Instance),
        ImmutableDictionary<string, ImmutableSortedSet<string>>.Empty,
        ImmutableDictionary<(string, string), ImmutableSortedSet<string>>.Empty,
        ImmutableDictionary<string, ImmutableHashSet<(string, string)>>.Empty);

    public T? Find(string server, string name) => Records.GetValueOrDefault((server, name));

    public IReadOnlyList<T> List(string server, string? afterName, int count)
    {
        var names = NamesByServer.GetValueOrDefault(server, NoNames);
        var at = afterName is null ? 0 : names.IndexOf(afterName) is >= 0 and var found ? found + 1 : ~names.IndexOf(afterName);
        var page = new List<T>();
        for (; at < names.Count && page.Count < count; at++)
        {
            page.Add(Records[(server, names[at])]);
        }

        return page;
    }

    public IReadOnlyList<T> FindByIdentifier(string server, string identifier) =>
        [.. NamesByIdentifier.GetValueOrDefault((server, identifier), NoNames).Select(name => Records[(server, name)])];

    public IReadOnlyList<T> FindByIssuer(string issuer) =>
    [
        .. ByIssuer.GetValueOrDefault(issuer, [])
            .OrderBy(key => key.Server, StringComparer.Ordinal).ThenBy(key => key.Name, StringComparer.OrdinalIgnoreCase)
            .Select(key => Records[key]),
    ];

    public KeyedRecords<T> Save(T record)
    {
        var keys = KeysOf(record);
        var rest = Remove(keys.Server, keys.Name);
        return rest with
        {
            Records = rest.Records.SetItem((keys.Server, keys.Name), record),
            NamesByServer = rest.NamesByServer.SetItem(keys.Server, rest.NamesByServer.GetValueOrDefault(keys.Server, NoNames).Add(keys.Name)),
            NamesByIdentifier = rest.NamesByIdentifier.SetItem(
                (keys.Server, keys.Identifier), rest.NamesByIdentifier.GetValueOrDefault((keys.Server, keys.Identifier), NoNames).Add(keys.Name)),
            ByIssuer = rest.ByIssuer.SetItem(keys.Issuer, rest.ByIssuer.GetValueOrDefault(keys.Issuer, []).Add((keys.Server, keys.Name))),
        };
    }

    public KeyedRecords<T> Remove(string server, string name)
    {
        if (Find(server, name) is not { } record)
        {
            return this;
        }

        var keys = KeysOf(record);
        return this with
        {
            Records = Records.Remove((server, name)),
            NamesByServer = NamesByServer.SetItem(server, NamesByServer[server].Remove(keys.Name)),
            NamesByIdentifier = NamesByIdentifier.SetItem(
                (server, keys.Identifier), NamesByIdentifier[(server, keys.Identifier)].Remove(keys.Name)),
            ByIssuer = ByIssuer.SetItem(keys.Issuer, ByIssuer[keys.Issuer].Remove((server, keys.Name))),
        };
    }
}
