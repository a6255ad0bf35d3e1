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

    public TruthEntry? Find(string key) => entries.GetValueOrDefault(key);

    public void Keep(TruthEntry entry) => entries[entry.Key] = entry;

    public void Forget(string key) => entries.Remove(key);

    /// <summary>Knows a resource by its new name, where it is there by the former one.</summary>
    public void Rename(string former, TruthIdentity identity)
    {
        if (Find(identity.Key) is not null || Find(former) is not { } entry)
        {
            return;
        }

        Forget(former);
        Keep(entry with { Identity = identity });
        foreach (var other in Entries.Where(other => other.Needs.Contains(former)).ToList())
        {
            Keep(other with { Needs = other.Needs.Except([former]).Append(identity.Key).ToHashSet() });
        }
    }

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
