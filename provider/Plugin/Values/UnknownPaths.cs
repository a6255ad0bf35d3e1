using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Values;

/// <summary>Which parts of a resource's inputs are not known yet.</summary>
internal static class UnknownPaths
{
    /// <summary>In order, as users write them: <c>source.pfx</c>.</summary>
    public static IEnumerable<string> In(PropertyMap inputs) => inputs.AsEnumerable().SelectMany(input => In(input.Value, input.Key));

    private static IEnumerable<string> In(PropertyValue value, string path) => value.Unwrap() switch
    {
        PropertyMap map => map.AsEnumerable().SelectMany(entry => In(entry.Value, $"{path}.{entry.Key}")),
        var known => known.ContainsUnknown() ? [path] : [],
    };
}
