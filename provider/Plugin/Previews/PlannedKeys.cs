using System.Collections.Concurrent;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Previews;

/// <summary>The certificates that a preview generated to prove its plan with. The update generates others, so that nothing in which one of
/// these shows may be promised or named.</summary>
internal sealed class PlannedKeys(ShadowEngine engine)
{
    private readonly ConcurrentDictionary<Thumbprint, bool> known = new();
    private readonly ConcurrentDictionary<string, bool> marks = new(StringComparer.Ordinal);

    public bool ShowIn(PropertyMap outputs)
    {
        foreach (var made in engine.Made.Where(made => !known.ContainsKey(made.Thumbprint)))
        {
            Mark(made);
        }

        return outputs.Values.Any(IsMarked);
    }

    public bool ShowIn(PropertyValue value) => ShowIn(PropertyMap.Of(("", value)));

    /// <summary>Whether it is from when to when one of them is valid: for the update that is another moment.</summary>
    public bool IsDate(string text) => engine.Made.Any(made => text == Instant.Format(made.NotBefore) || text == Instant.Format(made.NotAfter));

    public string Hide(string message) => engine.Made
        .SelectMany(made => new[] { made.Thumbprint.Hex, made.Thumbprint.X5t, made.SerialNumber, WireValues.Pem(made) }
            .Select(mark => (mark, made.Thumbprint)))
        .Aggregate(message, (text, key) => text.Contains(key.mark, StringComparison.OrdinalIgnoreCase)
            ? text.Replace(key.mark, NameOf(key.Thumbprint), StringComparison.OrdinalIgnoreCase)
            : text);

    public PropertyValue Hide(PropertyValue value) => value switch
    {
        TextValue { Value: var text } => Hide(text),
        ListValue list => ListValue.Of(list.Items.Select(Hide)),
        PropertyMap map => map.MapValues(Hide),
        _ => value,
    };

    private string NameOf(Thumbprint made) =>
        engine.OwnerOf(made) is { } server ? Placeholders.Of(server) : Placeholders.Text;

    /// <summary>Its dates are those of the moment, which for the update is another.</summary>
    private void Mark(SigningCertificate made)
    {
        string[] texts =
        [
            made.Thumbprint.Hex,
            made.Thumbprint.X5t,
            made.SerialNumber,
            Instant.Format(made.NotBefore),
            Instant.Format(made.NotAfter),
            WireValues.Pem(made),
        ];
        foreach (var text in texts)
        {
            marks[text] = true;
        }

        known[made.Thumbprint] = true;
    }

    private bool IsMarked(PropertyValue value) => value switch
    {
        TextValue { Value: var text } => marks.ContainsKey(text),
        SecretValue secret => IsMarked(secret.Value),
        OutputValue { Value: { } inner } => IsMarked(inner),
        ListValue list => list.Items.Any(IsMarked),
        PropertyMap map => map.Values.Any(IsMarked),
        _ => false,
    };
}
