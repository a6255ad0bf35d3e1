using System.Collections.Immutable;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Resources;

/// <summary>What a refresh found to be otherwise than the inputs ask, although no input shows it. It stays in the state until an update has put
/// it right, so that comparing asks nobody again.</summary>
internal static class FoundDrift
{
    // Two underscores: the engine keeps such an output and shows it to nobody.
    private const string Output = "__drift";

    public static PropertyMap Keep(PropertyMap outputs, ImmutableArray<string> paths) =>
        paths.IsEmpty ? outputs : outputs.Set(Output, WireForms.Texts(paths));

    /// <summary>The paths that the recorded outputs tell of.</summary>
    public static ImmutableArray<string> In(PropertyMap outputs) => outputs.Texts(Output) ?? [];
}
