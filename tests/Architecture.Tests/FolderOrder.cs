namespace PartnerTrust.Architecture.Tests;

/// <summary>The order of a room's folders as CONTRIBUTING.md has it.</summary>
internal static class FolderOrder
{
    /// <param name="room">As the line of the order begins, such as <c>Trust</c>.</param>
    public static IReadOnlyList<string> Of(string room)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "CONTRIBUTING.md"));
        var first = Array.IndexOf(lines, $"{room}:");
        return first < 0
            ? []
            : [.. lines.Skip(first + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
                .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }
}
