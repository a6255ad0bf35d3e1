using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The texts that a request marks secret. All that leaves in clear is held against them: messages lose them, and an output that
/// shows one becomes secret itself.</summary>
public sealed class SecretTexts
{
    private const string Mask = "[secret]";

    // Shorter ones are in every other sentence by chance: of these only what a message quotes as a value is meant.
    private const int Shortest = 4;

    // Messages quote no more of a long text than its beginning.
    private const int Quoted = 100;

    private readonly ImmutableArray<string> texts;
    private readonly ImmutableArray<string> shortTexts;

    private SecretTexts(ImmutableArray<string> texts, ImmutableArray<string> shortTexts) => (this.texts, this.shortTexts) = (texts, shortTexts);

    public static SecretTexts None { get; } = new([], []);

    private bool IsEmpty => texts.IsEmpty && shortTexts.IsEmpty;

    public static SecretTexts In(params ReadOnlySpan<PropertyMap> maps)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var map in maps)
        {
            if (map.ContainsSecret())
            {
                Collect(map, isSecret: false, found);
            }
        }

        return found.Count == 0
            ? None
            : new SecretTexts(
                [.. found.Where(text => text.Length >= Shortest).OrderByDescending(text => text.Length)],
                [.. found.Where(text => text.Length < Shortest)]);
    }

    public string Hide(string message) => shortTexts.Aggregate(
        texts.Aggregate(message, (text, secret) => text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase)),
        (text, secret) => text
            .Replace($"\"{secret}\"", $"\"{Mask}\"", StringComparison.OrdinalIgnoreCase)
            .Replace($"'{secret}'", $"'{Mask}'", StringComparison.OrdinalIgnoreCase));

    public Fault Hide(Fault fault) => IsEmpty ? fault : fault with
    {
        Found = Hide(fault.Found),
        Expected = Hide(fault.Expected),
        Remedy = Hide(fault.Remedy),
        Cause = Hide(fault.Cause),
    };

    public ImmutableArray<Fault> Hide(ImmutableArray<Fault> faults) => IsEmpty ? faults : [.. faults.Select(Hide)];

    /// <summary>Whether the value shows one of them in clear.</summary>
    public bool ShowIn(PropertyValue value) => !IsEmpty && value switch
    {
        TextValue { Value: var text } => texts.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))
            || shortTexts.Contains(text, StringComparer.OrdinalIgnoreCase),
        OutputValue { IsSecret: false, Value: { } known } => ShowIn(known),
        ListValue list => list.Items.Any(ShowIn),
        PropertyMap map => map.Values.Any(ShowIn),
        _ => false,
    };

    private static void Collect(PropertyValue value, bool isSecret, HashSet<string> found)
    {
        switch (value)
        {
            case TextValue { Value: var text } when isSecret && text.Length > 0:
                found.Add(text);
                found.Add(text[..Math.Min(text.Length, Quoted)]);
                break;
            case SecretValue secret:
                Collect(secret.Value, isSecret: true, found);
                break;
            case OutputValue { Value: { } known } output:
                Collect(known, isSecret || output.IsSecret, found);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    Collect(item, isSecret, found);
                }

                break;
            case PropertyMap map:
                foreach (var item in map.Values)
                {
                    Collect(item, isSecret, found);
                }

                break;
        }
    }
}
