using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Values;

/// <summary>Property values written as JSON text, the signature objects of secrets and unknowns included.</summary>
internal static class JsonText
{
    public static bool TryRead(string json, out PropertyValue value)
    {
        value = PropertyValue.Null;
        try
        {
            using var document = JsonDocument.Parse(json);
            value = PropertyCodec.Decode(ToWire(document.RootElement));
            return true;
        }
        catch (Exception failure) when (failure is JsonException or PropertyFormatException)
        {
            return bool.TryParse(json, out var flag) && (value = flag) is not null;
        }
    }

    private static Value ToWire(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var fields = new Struct();
                foreach (var property in element.EnumerateObject())
                {
                    fields.Fields[property.Name] = ToWire(property.Value);
                }

                return Value.ForStruct(fields);
            case JsonValueKind.Array:
                return Value.ForList([.. element.EnumerateArray().Select(ToWire)]);
            case JsonValueKind.String:
                return Value.ForString(element.GetString()!);
            case JsonValueKind.Number:
                return Value.ForNumber(element.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return Value.ForBool(element.GetBoolean());
            default:
                return Value.ForNull();
        }
    }
}
