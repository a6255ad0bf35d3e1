using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>Objects as they are on the machine itself (<c>Scripts/Objects.ps1</c>).</summary>
internal static class LiveNodes
{
    public static JArray Of(PlayedValue value) => value switch
    {
        PlayedValue.Null => new JArray("n"),
        PlayedValue.Text text => new JArray("s", WireText.Encode(text.Value)),
        PlayedValue.Flag flag => new JArray("b", flag.Value),
        PlayedValue.Number number => new JArray("i", number.Value),
        PlayedValue.Date date => new JArray("d", date.Value.UtcTicks, date.Kind.ToString()),
        PlayedValue.Identifier id => new JArray("g", id.Value.ToString()),
        PlayedValue.Address address => new JArray("u", WireText.Encode(address.Value)),
        PlayedValue.Bytes bytes => new JArray("y", Convert.ToBase64String(bytes.Value.AsSpan())),
        PlayedValue.Enumeration enumeration => new JArray("e", enumeration.TypeName, enumeration.Name, new JArray(enumeration.Names)),
        PlayedValue.Items items => new JArray("a", new JArray(items.Values.Select(Of))),
        PlayedValue.Certificate certificate =>
            new JArray("c", Convert.ToBase64String(certificate.Der.AsSpan()), Properties(certificate.Properties)),
        PlayedValue.Thing thing => new JArray(
            "o",
            new JArray(thing.TypeNames),
            thing.Whole is null ? JValue.CreateNull() : WireText.Encode(thing.Whole),
            Properties(thing.Properties)),
        PlayedValue.Unreadable unreadable => new JArray("x", WireText.Encode(unreadable.Reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a known value."),
    };

    private static JArray Properties(ImmutableArray<PlayedProperty> properties) =>
        new(properties.Select(property => new JArray(property.Name, Of(property.Value))));
}
