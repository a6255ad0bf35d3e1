using System.Globalization;
using System.Text.Json;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Output;

/// <summary>Values as people read them: secrets and what is not known yet by name only.</summary>
internal static class ValueText
{
    private const int Longest = 120;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(PropertyValue? value) => value switch
    {
        null or NullValue => "null",
        BoolValue flag => flag.Value ? "true" : "false",
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        TextValue text => JsonSerializer.Serialize(Shorten(text.Value), Relaxed),
        SecretValue or OutputValue { IsSecret: true } => "[secret]",
        UnknownValue or OutputValue { Value: null } => "[unknown]",
        OutputValue output => Of(output.Value),
        ListValue list => "[" + string.Join(", ", list.Items.Select(Of)) + "]",
        PropertyMap map => "{" + string.Join(", ", map.Select(entry => $"{entry.Key}: {Of(entry.Value)}")) + "}",
        ResourceReferenceValue reference => reference.Urn,
        AssetValue asset => $"asset({asset.Path ?? asset.Uri ?? asset.Hash ?? "text"})",
        ArchiveValue archive => $"archive({archive.Path ?? archive.Uri ?? archive.Hash ?? "assets"})",
        _ => value.ToString(),
    };

    private static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 20)]}… ({text.Length} characters)";
}
