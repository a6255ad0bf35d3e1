using Mono.Cecil;

namespace PartnerTrust.Architecture.Tests;

/// <summary>Which folders of a room know which, by the namespaces of the types that its assembly uses: in signatures, bodies and
/// attributes.</summary>
internal sealed class FolderArrows
{
    private readonly string room;
    private readonly SortedSet<string> folders = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> arrows = [];

    private FolderArrows(string room) => this.room = room;

    /// <summary>Every folder that has a type, as a path below the room; the room itself is <c>.</c>.</summary>
    public IReadOnlyCollection<string> Folders => folders;

    /// <param name="room">The project, and the namespace of its outermost folder.</param>
    /// <param name="name">The assembly.</param>
    public static FolderArrows Of(string room, string name)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(
            Path.Combine(Repository.Root, "artifacts", "bin", room, "debug", $"{name}.dll"));
        var found = new FolderArrows(room);
        foreach (var type in assembly.MainModule.GetTypes().Where(type => found.IsInside(type)))
        {
            var from = found.FolderOf(type);
            found.folders.Add(from);
            found.arrows.UnionWith(new TypeUses(type).All
                .Where(used => used.Scope == assembly.MainModule && found.IsInside(used))
                .Select(used => (from, found.FolderOf(used)))
                .Where(arrow => arrow.Item1 != arrow.Item2));
        }

        return found;
    }

    /// <summary>The arrows to a folder that does not come before the one that knows it.</summary>
    /// <param name="order">The folders.</param>
    public IEnumerable<string> FindAgainst(IReadOnlyList<string> order) =>
        from arrow in arrows
        where Place(order, arrow.To) >= Place(order, arrow.From)
        orderby arrow
        select $"{arrow.From} -> {arrow.To}";

    /// <summary>The arrows from a folder to one in which it lies.</summary>
    public IEnumerable<string> FindUpward() =>
        from arrow in arrows
        where arrow.To == "." || arrow.From.StartsWith(arrow.To + "/", StringComparison.Ordinal)
        select $"{arrow.From} -> {arrow.To}";

    private static int Place(IReadOnlyList<string> order, string folder) => order.Index().Single(entry => entry.Item == folder).Index;

    private bool IsInside(TypeReference type) =>
        NamespaceOf(type) is var name && (name == room || name.StartsWith(room + ".", StringComparison.Ordinal));

    private string FolderOf(TypeReference type) =>
        NamespaceOf(type) is var name && name == room ? "." : name[(room.Length + 1)..].Replace('.', '/');

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;
}
