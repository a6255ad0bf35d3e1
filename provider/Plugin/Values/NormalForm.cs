using System.Globalization;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Values;

/// <summary>Spellings that mean the same: the products store one and administrators type another. What is equal here is no difference.</summary>
internal static class NormalForm
{
    private static readonly HashSet<string> Sets = new(StringComparer.Ordinal)
    {
        "roles", "restartServers", "acceptedDomains", "exchangeAutodiscoverAllowedDomains",

        // A document lists the key that signs first; who trusts them all does not care, and its fingerprint stays the same.
        "keys", "trustedKeys",
    };

    /// <summary>Whether the list of that name is a set: order and repetition mean nothing.</summary>
    public static bool IsSet(string property) => Sets.Contains(property);

    public static bool AreEqual(string property, PropertyValue left, PropertyValue right) => (left.Unwrap(), right.Unwrap()) switch
    {
        (TextValue a, TextValue b) => a.Value == b.Value || Of(property, a.Value) == Of(property, b.Value),
        var (a, b) => a.Equals(b),
    };

    /// <summary>The same for whole lists and objects.</summary>
    public static bool MeanTheSame(string property, PropertyValue left, PropertyValue right) => (left.Unwrap(), right.Unwrap()) switch
    {
        (ListValue a, ListValue b) when IsSet(property) => Covers(property, a, b) && Covers(property, b, a),
        (ListValue a, ListValue b) =>
            a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => MeanTheSame(property, pair.First, pair.Second)),
        (PropertyMap a, PropertyMap b) => a.Count == b.Count && a.AsEnumerable().All(entry =>
            b.TryGetValue(entry.Key, out var other) && MeanTheSame(entry.Key, entry.Value, other)),
        var (a, b) => AreEqual(property, a, b),
    };

    /// <summary>The one spelling that stands for all that mean the same.</summary>
    public static string Of(string property, string text) => property switch
    {
        "thumbprint" => Thumbprint.TryParse(text, out var thumbprint) ? thumbprint.Hex : text,
        "url" or "authMetadataUrl" or "metadataUrl" or "exchangeAutodiscoverUrl" => Url(text),
        "server" or "target" or "restartServers" or "fqdn" or "hostNameStorageService" => text.ToLowerInvariant().TrimEnd('.'),
        "sipUri" or "smtpAddress" => text.ToLowerInvariant(),
        "acceptedDomains" or "exchangeAutodiscoverAllowedDomains" => text.ToLowerInvariant(),
        "effectiveDate" => Instant(text),
        "certificatePem" => Certificate(text),
        "pfx" => string.Concat(text.Where(c => !char.IsWhiteSpace(c))),
        _ => text,
    };

    private static bool Covers(string property, ListValue all, ListValue some) =>
        some.Items.All(item => all.Items.Any(other => AreEqual(property, other, item)));

    // Uri lower-cases scheme and host and drops the default port; paths stay as written, because IIS alone ignores their case.
    private static string Url(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url.AbsoluteUri : text;

    private static string Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
            : text;

    private static string Certificate(string pem)
    {
        try
        {
            return CertificateReader.ReadPem(pem).Thumbprint.Hex;
        }
        catch (FaultException)
        {
            return pem;
        }
    }
}
