using System.Collections.Concurrent;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>
/// Which of several resources with one id is the one that stands, so that the deletion of another, which comes later, takes nothing from it.
/// A replacement that only the user asks for (<c>--target-replace</c>, <c>state taint</c>) reaches the plugin without a Diff, which would have
/// said that the deletion comes first; a resource under a new name, without an alias, reaches it without anything; and a deletion that an
/// earlier update did not get to comes with the next. Each is therefore marked when it is made, and the mark stays among its outputs.
/// </summary>
internal sealed class Successions
{
    // Two underscores: the engine keeps such an output and shows it to nobody.
    private const string Mark = "__instance";

    private readonly ConcurrentDictionary<(string Type, string Id), string> standing = new();

    /// <summary>The outputs of what has just been made.</summary>
    public PropertyMap Created(ResourceType type, string id, PropertyMap outputs) =>
        type.IsOneOfAKind ? Standing(type, id, outputs, Guid.NewGuid().ToString("D")) : outputs;

    /// <summary>The outputs of what was there and was changed or read, marked as the recorded ones are.</summary>
    public PropertyMap Kept(ResourceType type, string id, PropertyMap outputs, PropertyMap recorded) =>
        MarkOf(recorded) is { } mark ? Standing(type, id, outputs, mark) : outputs;

    /// <summary>That the program declares the resource of which these are the recorded outputs.</summary>
    public void Declared(ResourceType type, string id, PropertyMap recorded) => Kept(type, id, PropertyMap.Empty, recorded);

    /// <summary>Whether another of the same id stands where the one with these outputs is to be deleted.</summary>
    public bool Supersede(ResourceType type, string id, PropertyMap recorded)
    {
        if (standing.TryGetValue((type.Name, id), out var mark) && mark != MarkOf(recorded))
        {
            return true;
        }

        standing.TryRemove((type.Name, id), out _);
        return false;
    }

    public void Clear() => standing.Clear();

    private PropertyMap Standing(ResourceType type, string id, PropertyMap outputs, string mark)
    {
        standing[(type.Name, id)] = mark;
        return outputs.Set(Mark, mark);
    }

    private static string? MarkOf(PropertyMap outputs) => outputs.TryGetValue(Mark, out var mark) && mark.Unwrap() is TextValue text ? text.Value : null;
}
