namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>What an engine keeps of a stack.</summary>
internal sealed class StackState
{
    private readonly Dictionary<string, StackEntry> entries = [];

    public IEnumerable<string> Names => entries.Keys;

    /// <summary>Old halves of replacements, still to be deleted.</summary>
    public List<StackEntry> Replaced { get; } = [];

    public List<StackEntry> Abandoned { get; } = [];

    public StackEntry? Find(string node) => entries.GetValueOrDefault(node);

    public void Keep(StackNode node, StackEntry? entry)
    {
        if (entry is null)
        {
            entries.Remove(node.Name);
        }
        else
        {
            entries[node.Name] = entry;
        }
    }

    public void LetGo()
    {
        foreach (var (name, entry) in entries.ToList())
        {
            entries[name] = entry with { Options = entry.Options.LetGo() };
        }

        for (var at = 0; at < Replaced.Count; at++)
        {
            Replaced[at] = Replaced[at] with { Options = Replaced[at].Options.LetGo() };
        }
    }
}
