using System.Globalization;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>What resources and functions have given so far in a run, and what the program makes of it.</summary>
internal sealed class TruthOutputs(bool isPreview)
{
    private readonly Dictionary<string, PropertyMap> known = [];
    private readonly HashSet<string> answered = [];

    public void Keep(string key, PropertyMap outputs) => known[key] = outputs;

    /// <summary>Of a function: what it leaves out, nobody will know later.</summary>
    public void KeepAnswer(string key, PropertyMap answer)
    {
        Keep(key, answer);
        answered.Add(key);
    }

    public PropertyMap Of(string key) => known.GetValueOrDefault(key, PropertyMap.Empty);

    /// <summary>What the program writes. In a preview a missing output is one that is not known yet; in an update there is none.</summary>
    public PropertyMap InputsOf(TruthResource resource)
    {
        var inputs = resource.Inputs(Find);
        return PropertyMap.Of(inputs.AsEnumerable()
            .Select(input => KeyValuePair.Create(
                input.Key, isPreview && resource.Foreign.Contains(input.Key) ? UnknownValue.Text : input.Value))
            .Where(input => input.Value is not NullValue));
    }

    private PropertyValue Find(string name, string path)
    {
        PropertyValue value = Of(name);
        foreach (var part in path.Split('.'))
        {
            value = Part(value, part) ?? (isPreview && !answered.Contains(name) ? UnknownValue.Text : PropertyValue.Null);
        }

        return value;
    }

    private static PropertyValue? Part(PropertyValue value, string part) => value switch
    {
        PropertyMap map => map.GetValueOrDefault(part),
        ListValue list => list.Items.ElementAtOrDefault(int.Parse(part, CultureInfo.InvariantCulture)),
        _ => value,
    };
}
