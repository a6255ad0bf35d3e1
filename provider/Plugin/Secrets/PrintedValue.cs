using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>Values that the engine prints beside a refusal, in the notation of its own language.</summary>
internal static class PrintedValue
{
    private const int Longest = 120;

    /// <summary>Whether people can read what is printed, and may: one line of text in which no secret shows, a number, true or false.</summary>
    public static bool IsReadable(PropertyValue value, SecretTexts secrets) => value switch
    {
        TextValue { Value: { Length: <= Longest } text } =>
            !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && secrets.Hide(text) == text,
        NumberValue or BoolValue => true,
        _ => false,
    };
}
