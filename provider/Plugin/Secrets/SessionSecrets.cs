using System.Collections.Concurrent;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>The secrets that one process has been told. Those of its own settings concern every message, those of a request the messages about
/// it, and all of them the log.</summary>
public sealed class SessionSecrets
{
    private readonly ConcurrentQueue<SecretTexts> told = new();
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the provider's settings.</summary>
    public SecretTexts OfSettings { get; private set; } = SecretTexts.None;

    /// <param name="settings">The settings, in each form in which they are known.</param>
    public void Configure(params ReadOnlySpan<PropertyMap> settings)
    {
        OfSettings = SecretTexts.In(settings).WithoutChoices();
        Remember(OfSettings);
    }

    /// <summary>The secrets that messages about a request with these values must not show.</summary>
    public SecretTexts In(params ReadOnlySpan<PropertyMap> values)
    {
        var secrets = SecretTexts.In(values);
        Remember(secrets);
        return secrets.And(OfSettings);
    }

    /// <summary>The text without anything that was ever told as a secret.</summary>
    public string HideAll(string text) => told.Aggregate(text, (shown, secrets) => secrets.Hide(shown));

    // The engine asks about one resource several times, each time with the same secrets.
    private void Remember(SecretTexts secrets)
    {
        var isNew = false;
        foreach (var secret in secrets.All)
        {
            isNew |= known.TryAdd(secret, true);
        }

        if (isNew)
        {
            told.Enqueue(secrets);
        }
    }
}
