using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Values;

/// <summary>Building inputs and outputs.</summary>
internal static class PropertyMapBuilding
{
    public static PropertyMap SetIf(this PropertyMap map, string name, PropertyValue? value) => value is null ? map : map.Set(name, value);

    public static PropertyMap SetIf(this PropertyMap map, string name, string? text) => text is null ? map : map.Set(name, text);

    /// <summary>The outputs that are no inputs.</summary>
    public static PropertyMap Except(this PropertyMap outputs, PropertyMap inputs) =>
        PropertyMap.Of(outputs.AsEnumerable().Where(entry => !inputs.ContainsKey(entry.Key)));

    /// <summary>What lies in <paramref name="over"/> wins.</summary>
    public static PropertyMap With(this PropertyMap map, PropertyMap over) => PropertyMap.Of(map.AsEnumerable().Concat(over));

    /// <summary>The user's inputs with what the server now has instead of them: a value that means the same keeps the user's spelling and
    /// secretness, a null removes. An empty list and none mean the same.</summary>
    public static PropertyMap Overlaid(this PropertyMap inputs, PropertyMap actual)
    {
        foreach (var (name, value) in actual)
        {
            if (value is NullValue || value.IsEmptyList())
            {
                inputs = inputs.TryGetValue(name, out var nothing) && nothing.IsEmptyList() ? inputs : inputs.Remove(name);
            }
            else if (!inputs.TryGetValue(name, out var mine) || !NormalForm.MeanTheSame(name, mine, value))
            {
                inputs = inputs.Set(name, mine is not null && mine.ContainsSecret() ? value.AsSecret() : value);
            }
        }

        return inputs;
    }
}
