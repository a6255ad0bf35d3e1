using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What the program of this run declares, as far as it has come: the engine has each registration checked before anything else. What is
/// read is not declared yet, for a refresh comes before the program.</summary>
/// <param name="board">Where other sessions tell what the program declares of their providers; null where there is none.</param>
internal sealed class Declarations(Func<INoticeBoard?> board)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string? Shared, string? Place, string? Id)> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers the URN of another resource that the program declares in the same place, the first time that they meet; else null. The
    /// later one has the say there.</summary>
    public string? Declare(ResourceType type, string urn, PropertyMap inputs)
    {
        var id = type.IdOf(inputs);
        var place = id is null ? null : PlaceOf(type.Name, id);
        var shared = type.SharedInput is { } name ? inputs.Text(name) : null;
        if (place is not null && shared is not null && !inputs.ContainsSecret())
        {
            board()?.Post(place, shared);
        }

        lock (gate)
        {
            var before = declared.GetValueOrDefault(urn).Place;
            Leave(urn);
            declared[urn] = (shared, place, id);
            if (place is not { } here)
            {
                return null;
            }

            var other = places.GetValueOrDefault(here);
            places[here] = urn;
            return string.Equals(before, place, StringComparison.OrdinalIgnoreCase) ? null : other;
        }
    }

    public bool IsDeclared(string urn)
    {
        lock (gate)
        {
            return declared.ContainsKey(urn);
        }
    }

    /// <summary>What the program gives the shared input (<see cref="ResourceType.SharedInput"/>) of the resource of that type and id, whichever
    /// provider serves it; null when it declares none, does not tell, or has not come to it yet.</summary>
    public string? SharedInputOf(string type, string id)
    {
        var place = PlaceOf(type, id);
        lock (gate)
        {
            if (places.TryGetValue(place, out var urn))
            {
                return declared[urn].Shared;
            }
        }

        return board()?.Find(place);
    }

    /// <summary>All of a type whose ids are known.</summary>
    public IReadOnlyCollection<(string Urn, string Id)> All(string type)
    {
        lock (gate)
        {
            return
            [
                .. from entry in declared
                   where entry.Value.Id is not null && PackageTokens.TypeOf(entry.Key) == PackageTokens.Of(type)
                   select (entry.Key, entry.Value.Id!),
            ];
        }
    }

    /// <summary>The resource is read: what was declared belongs to an earlier run.</summary>
    public void Forget(string urn)
    {
        lock (gate)
        {
            Leave(urn);
            declared.Remove(urn);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            declared.Clear();
            places.Clear();
        }
    }

    /// <summary>Compared without case, as the products compare names.</summary>
    private static string PlaceOf(string type, string id) => $"{type} {id}";

    private void Leave(string urn)
    {
        if (declared.GetValueOrDefault(urn).Place is { } place && places.GetValueOrDefault(place) == urn)
        {
            places.Remove(place);
        }
    }
}
