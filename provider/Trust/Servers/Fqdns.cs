namespace PartnerTrust.Trust.Servers;

/// <summary>Fully qualified domain names, and what follows from one.</summary>
public static class Fqdns
{
    public static string Normalize(string text) => text.ToLowerInvariant().TrimEnd('.');

    public static bool IsValid(string text)
    {
        var labels = Normalize(text).Split('.');
        return text.Length <= 253 && labels.Length > 1 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    /// <summary>A domain, or <c>*.</c> and a domain.</summary>
    public static bool IsDomainPattern(string text) => IsValid(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text);

    /// <summary>The realm of a server that says none: its name less the first label.</summary>
    public static string DefaultRealm(string fqdn) => fqdn[(fqdn.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
