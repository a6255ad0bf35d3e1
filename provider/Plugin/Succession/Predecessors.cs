using System.Collections.Concurrent;
using Google.Protobuf;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Succession;

/// <summary>In whose place a resource is created. A creation says nothing of it, and a replacement that the user asks for on the command line
/// (<c>--target-replace</c>, <c>state taint</c>) goes without a Diff; but every registration begins with a Check that brings the inputs of
/// what is there under that URN.</summary>
internal sealed class Predecessors
{
    private readonly ConcurrentDictionary<string, (ByteString Seed, PropertyMap Inputs)> known = new(StringComparer.Ordinal);

    /// <summary>A registration is checked. One that replaces is checked again without what it replaces, and with the same seed.</summary>
    public void Checked(string urn, ByteString seed, PropertyMap olds)
    {
        if (olds.Count > 0)
        {
            known[urn] = (seed, olds);
        }
        else if (known.TryGetValue(urn, out var before) && before.Seed != seed)
        {
            known.TryRemove(urn, out _);
        }
    }

    /// <summary>The inputs of what the creation replaces, once; null when it replaces nothing.</summary>
    public PropertyMap? Take(string urn) => known.TryRemove(urn, out var before) ? before.Inputs : null;
}
