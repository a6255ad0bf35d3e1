using System.Collections.Immutable;
using System.Globalization;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>The texts and numbers that are secret. All that leaves in clear is held against them: messages lose them and every piece by which
/// they could be recognised, and an output that shows one becomes secret itself.</summary>
public sealed class SecretTexts
{
    private const string Mask = "[secret]";

    // Of settings nobody tells the provider, while it checks them, which are secret.
    private const string SettingMask = "[not shown]";

    private readonly ImmutableHashSet<string> texts;
    private readonly ImmutableHashSet<string> numbers;
    private readonly Lazy<SecretMask> mask;

    private SecretTexts(ImmutableHashSet<string> texts, ImmutableHashSet<string> numbers, string word = Mask)
    {
        (this.texts, this.numbers) = (texts, numbers);
        mask = new Lazy<SecretMask>(() => new SecretMask(texts, numbers, word));
    }

    public static SecretTexts None { get; } = new(ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase), []);

    public bool IsEmpty => texts.IsEmpty && numbers.IsEmpty;

    public static SecretTexts In(params ReadOnlySpan<PropertyMap> maps)
    {
        var found = None;
        foreach (var map in maps)
        {
            if (map.ContainsSecret())
            {
                found = Collected(map, isSecret: false, found);
            }
        }

        return found;
    }

    /// <summary>Every text and number of the settings but the values that the schema offers: which of them are secret is not told with
    /// them.</summary>
    public static SecretTexts InSettings(params ReadOnlySpan<PropertyMap> settings)
    {
        var found = None;
        foreach (var map in settings)
        {
            found = Collected(map, isSecret: true, found);
        }

        return new SecretTexts(found.WithoutChoices().texts, found.numbers, SettingMask);
    }

    /// <summary>These but for the values that the schema offers, which are in many a sentence.</summary>
    public SecretTexts WithoutChoices() => new(texts.Except(texts.Where(PublicWords.IsChoice)), numbers);

    /// <summary>These and the others.</summary>
    public SecretTexts And(SecretTexts others) =>
        others.IsEmpty ? this : IsEmpty ? others : new SecretTexts(texts.Union(others.texts), numbers.Union(others.numbers));

    /// <summary>Each of them, as it came.</summary>
    public IEnumerable<string> All => texts.Concat(numbers);

    public string Hide(string message) => IsEmpty ? message : mask.Value.Hide(message);

    public Fault Hide(Fault fault) => IsEmpty ? fault : fault with
    {
        Found = mask.Value.Hide(fault.Found),
        Expected = mask.Value.HideInAdvice(fault.Expected),
        Remedy = mask.Value.HideInAdvice(fault.Remedy),
        Cause = mask.Value.HideInAdvice(fault.Cause),
    };

    public ImmutableArray<Fault> Hide(ImmutableArray<Fault> faults) => IsEmpty ? faults : [.. faults.Select(Hide)];

    /// <summary>The finding alone without them; what is expected are words of our own.</summary>
    public Fault HideFinding(Fault fault) => IsEmpty ? fault : fault with { Found = mask.Value.Hide(fault.Found) };

    /// <summary>Whether the value shows one of them in clear.</summary>
    public bool ShowIn(PropertyValue value) => !IsEmpty && value switch
    {
        TextValue { Value: var text } => texts.Any(secret => secret.Length < SecretParts.Shortest
            ? string.Equals(text, secret, StringComparison.OrdinalIgnoreCase)
            : text.Contains(secret, StringComparison.OrdinalIgnoreCase)),
        OutputValue { IsSecret: false, Value: { } known } => ShowIn(known),
        ListValue list => list.Items.Any(ShowIn),
        PropertyMap map => map.Values.Any(ShowIn),
        _ => false,
    };

    private static SecretTexts Collected(PropertyValue value, bool isSecret, SecretTexts found)
    {
        var (texts, numbers) = (found.texts.ToBuilder(), found.numbers.ToBuilder());
        Collect(value, isSecret, texts, numbers);
        return new SecretTexts(texts.ToImmutable(), numbers.ToImmutable());
    }

    private static void Collect(PropertyValue value, bool isSecret, ISet<string> texts, ISet<string> numbers)
    {
        switch (value)
        {
            case TextValue { Value: { Length: > 0 } text } when isSecret:
                texts.Add(text);
                break;
            case NumberValue { Value: var number } when isSecret:
                numbers.Add(number.ToString(CultureInfo.InvariantCulture));
                break;
            case SecretValue secret:
                Collect(secret.Value, isSecret: true, texts, numbers);
                break;
            case OutputValue { Value: { } known } output:
                Collect(known, isSecret || output.IsSecret, texts, numbers);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    Collect(item, isSecret, texts, numbers);
                }

                break;
            case PropertyMap map:
                foreach (var item in map.Values)
                {
                    Collect(item, isSecret, texts, numbers);
                }

                break;
        }
    }
}
