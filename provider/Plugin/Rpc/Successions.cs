using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Plugin.Resources;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>
/// Which resources of this update took the place of another with the same id, so that the deletion of the other, which comes later, takes
/// nothing from them. A replacement that only the user asks for (<c>--target-replace</c>, <c>state taint</c>) reaches the plugin without a Diff,
/// which would have said that the deletion comes first; a resource under a new name, without an alias, reaches it without anything.
/// </summary>
internal sealed class Successions
{
    private readonly ConcurrentDictionary<string, string> read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Type, string Id), Successor> created = new();

    /// <summary>That the engine's state has the resource: it was read and found.</summary>
    public void Known(string urn, string id) => read[urn] = id;

    /// <summary>That it is gone, or was changed and not replaced.</summary>
    public void Unknown(string urn) => read.TryRemove(urn, out _);

    /// <param name="urn">Of the resource.</param>
    /// <param name="type">Of the resource.</param>
    /// <param name="state">Of the resource.</param>
    /// <param name="instance">What tells it from another of the same id, if anything does.</param>
    public void Created(string urn, string type, ResourceState state, string? instance)
    {
        var wasThere = read.TryRemove(urn, out var known) && known == state.Id;
        created[(type, state.Id)] = new Successor(urn, wasThere || state.TakesOver, instance is null ? [] : [instance]);
    }

    /// <summary>That what was created has become another instance since.</summary>
    public void Changed(string type, string id, string? instance)
    {
        if (instance is not null && created.TryGetValue((type, id), out var successor))
        {
            created[(type, id)] = successor with { Instances = successor.Instances.Add(instance) };
        }
    }

    /// <summary>Whether what is to be deleted was superseded. Where only the order of calls tells, it is told once: a later deletion is one of
    /// the successor itself.</summary>
    public bool Supersede(string urn, string type, string id, string? instance)
    {
        Unknown(urn);
        if (!created.TryGetValue((type, id), out var successor))
        {
            return false;
        }

        if (successor.HadPredecessor || successor.Urn != urn || (instance is not null && !successor.Instances.Contains(instance)))
        {
            created[(type, id)] = successor with { HadPredecessor = false };
            return true;
        }

        created.TryRemove((type, id), out _);
        return false;
    }

    public void Clear()
    {
        read.Clear();
        created.Clear();
    }

    private sealed record Successor(string Urn, bool HadPredecessor, ImmutableHashSet<string> Instances);
}
