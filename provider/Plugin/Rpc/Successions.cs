using System.Collections.Concurrent;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>
/// Which resources of this update took the place of another with the same id, so that the deletion of the other, which comes later, takes
/// nothing from them. A replacement that only the user asks for (<c>--target-replace</c>, <c>state taint</c>) reaches the plugin without a Diff,
/// which would have said that the deletion comes first; a resource under a new name, without an alias, reaches it without anything.
/// </summary>
internal sealed class Successions
{
    private readonly ConcurrentDictionary<string, bool> withState = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Type, string Id), Successor> created = new();

    /// <summary>The engine checks what is in the state together with its old inputs, and nothing else.</summary>
    public void Checked(string urn, bool hasOldInputs)
    {
        if (hasOldInputs)
        {
            withState[urn] = true;
        }
    }

    public void Created(string urn, string type, string id) => created[(type, id)] = new Successor(urn, withState.TryRemove(urn, out _));

    /// <summary>Whether what is to be deleted was superseded. It is told once: a later deletion is one of the successor itself.</summary>
    public bool Supersede(string urn, string type, string id)
    {
        withState.TryRemove(urn, out _);
        if (!created.TryGetValue((type, id), out var successor))
        {
            return false;
        }

        var superseded = successor.HadPredecessor || successor.Urn != urn;
        if (superseded)
        {
            created[(type, id)] = successor with { HadPredecessor = false };
        }
        else
        {
            created.TryRemove((type, id), out _);
        }

        return superseded;
    }

    public void Clear()
    {
        withState.Clear();
        created.Clear();
    }

    private sealed record Successor(string Urn, bool HadPredecessor);
}
