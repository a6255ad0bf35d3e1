using Google.Protobuf.WellKnownTypes;

namespace PartnerTrust.Protocol.Properties;

/// <summary>Property values from and to their wire form. What is malformed is refused with a <see cref="PropertyFormatException"/>
/// that names its path.</summary>
public static class PropertyCodec
{
    /// <summary>An absent struct is an empty one.</summary>
    public static PropertyMap Decode(Struct? s) => s is null ? PropertyMap.Empty : new PropertyDecoder().DecodeFields(s);

    public static PropertyValue Decode(Value v) => new PropertyDecoder().Decode(v);

    public static Struct Encode(PropertyMap m) => PropertyEncoder.EncodeFields(m);

    public static Value Encode(PropertyValue v) => PropertyEncoder.Encode(v);
}
