using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What a refresh found to be otherwise than the inputs ask, although no input shows it. It stays in the state until an update has put
/// it right, so that comparing asks nobody again.</summary>
internal static class FoundDrift
{
    // Two underscores: the engine keeps such an output and shows it to nobody.
    private const string Output = "__drift";

    /// <summary>The path of a record's copy of keys.</summary>
    public const string Keys = "trustedKeys";

    public static PropertyMap Keep(PropertyMap outputs, ImmutableArray<string> paths) =>
        paths.IsEmpty ? outputs : outputs.Set(Output, WireValues.Texts(paths));

    /// <summary>The paths that the recorded outputs tell of.</summary>
    public static ImmutableArray<string> In(PropertyMap outputs) => outputs.Texts(Output) ?? [];
}
