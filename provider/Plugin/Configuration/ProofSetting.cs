using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>The setting <c>proveOnPreview</c>: a word, and the yes or no that it was before there were more than two.</summary>
internal static class ProofSetting
{
    public const string Name = "proveOnPreview";

    public static ImmutableArray<string> Words { get; } = ["warn", "enforce", "strict", "off", "true", "false"];

    /// <summary>The settings, with a yes or no in the form of a word.</summary>
    public static PropertyMap InWords(PropertyMap settings) =>
        settings.TryGetValue(Name, out var given) ? settings.Set(Name, Worded(given)) : settings;

    public static PreviewProof Read(PropertyMap settings, ICollection<Fault> faults)
    {
        if (settings.Text(Name) is not { } word)
        {
            return PreviewProof.Warn;
        }

        switch (word)
        {
            case "true":
                return PreviewProof.Warn;
            case "false":
                return PreviewProof.Off;
            case var _ when Words.Contains(word):
                return Enum.Parse<PreviewProof>(word, ignoreCase: true);
            default:
                faults.Add(FaultCatalogue.ChoiceUnknown(
                    Name, word, Suggestion.For(word, Words), "\"warn\", \"enforce\", \"strict\" or \"off\" (true means warn, false means off)"));
                return PreviewProof.Warn;
        }
    }

    private static PropertyValue Worded(PropertyValue value) => value switch
    {
        BoolValue { Value: var yes } => yes ? "true" : "false",
        SecretValue secret => new SecretValue(Worded(secret.Value)),
        OutputValue { Value: { } known } output => output with { Value = Worded(known) },
        _ => value,
    };
}
