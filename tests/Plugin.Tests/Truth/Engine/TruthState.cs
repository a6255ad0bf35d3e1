namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>What an engine keeps of a stack.</summary>
internal sealed class TruthState
{
    private readonly Dictionary<string, TruthEntry> entries = [];

    /// <summary>Old halves of replacements, still to be deleted.</summary>
    public List<TruthEntry> Replaced { get; } = [];

    public IEnumerable<TruthEntry> Entries => entries.Values;

    /// <summary>How many provider resources are needed to delete what is there.</summary>
    public int Providers => Entries.Concat(Replaced).Select(entry => entry.Provider).DefaultIfEmpty().Max() + 1;

    public TruthEntry? Find(string name) => entries.GetValueOrDefault(name);

    public void Keep(TruthEntry entry) => entries[entry.Name] = entry;

    public void Forget(string name) => entries.Remove(name);

    /// <summary>For a preview, after which everything is as before.</summary>
    public TruthState Copy()
    {
        var copy = new TruthState();
        copy.Replaced.AddRange(Replaced);
        foreach (var entry in Entries)
        {
            copy.Keep(entry);
        }

        return copy;
    }
}
