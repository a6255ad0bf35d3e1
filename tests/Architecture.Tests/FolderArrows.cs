using Mono.Cecil;

namespace PartnerTrust.Architecture.Tests;

/// <summary>Which folders of a room know which, by the namespaces of the types that its assembly uses: in signatures, bodies and attributes.</summary>
internal sealed class FolderArrows
{
    private readonly Dictionary<string, SortedSet<string>> arrows = new(StringComparer.Ordinal);

    private FolderArrows()
    {
    }

    /// <param name="room">The project, and the namespace of its outermost folder.</param>
    /// <param name="name">The assembly.</param>
    public static FolderArrows Of(string room, string name)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(
            Path.Combine(Repository.Root, "artifacts", "bin", room, "debug", $"{name}.dll"));
        var found = new FolderArrows();
        foreach (var type in assembly.MainModule.GetTypes())
        {
            var from = FolderOf(type);
            foreach (var to in new TypeUses(type).All.Where(used => used.Scope == assembly.MainModule).Select(FolderOf))
            {
                if (from != to && IsIn(room, from) && IsIn(room, to))
                {
                    found.Add(from, to);
                }
            }
        }

        return found;
    }

    public int Count => arrows.Values.Sum(targets => targets.Count);

    /// <summary>The folders of a circle, each knowing the next; empty when there is none.</summary>
    public IReadOnlyList<string> FindCircle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        return arrows.Keys.Select(start => Walk(start, [], done)).FirstOrDefault(circle => circle.Count > 0) ?? [];
    }

    /// <summary>The arrows from a folder to one in which it lies.</summary>
    public IEnumerable<string> FindUpward() =>
        from arrow in arrows
        from target in arrow.Value
        where arrow.Key.StartsWith(target + ".", StringComparison.Ordinal)
        select $"{arrow.Key} -> {target}";

    private IReadOnlyList<string> Walk(string folder, List<string> path, HashSet<string> done)
    {
        if (path.IndexOf(folder) is >= 0 and var start)
        {
            return [.. path.Skip(start), folder];
        }

        if (!done.Add(folder))
        {
            return [];
        }

        path.Add(folder);
        var circle = arrows.GetValueOrDefault(folder, []).Select(target => Walk(target, path, done)).FirstOrDefault(found => found.Count > 0);
        path.RemoveAt(path.Count - 1);
        return circle ?? [];
    }

    private void Add(string from, string to)
    {
        if (!arrows.TryGetValue(from, out var targets))
        {
            arrows[from] = targets = new SortedSet<string>(StringComparer.Ordinal);
        }

        targets.Add(to);
    }

    private static bool IsIn(string room, string folder) => folder == room || folder.StartsWith(room + ".", StringComparison.Ordinal);

    private static string FolderOf(TypeReference type) => type.DeclaringType is { } outer ? FolderOf(outer) : type.Namespace;
}
