using System.Globalization;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>What names of hosts are made of: the domains around them, their labels, and the letters in which other alphabets are sent.</summary>
internal static class HostParts
{
    private static readonly IdnMapping Idn = new();

    public static void Add(SecretParts parts, string text)
    {
        var host = text.Trim('[', ']').TrimEnd('.');
        if (host.StartsWith("*.", StringComparison.Ordinal))
        {
            host = host[2..];
        }

        parts.AddPiece(host);
        if (Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var spelling in new[] { host, Converted(host, Idn.GetAscii), Converted(host, Idn.GetUnicode) })
        {
            AddDomains(parts, spelling);
        }
    }

    /// <summary>A server's realm is its name without the first label, where nobody says another.</summary>
    private static void AddDomains(SecretParts parts, string host)
    {
        var labels = host.Split('.');
        for (var first = 0; first < labels.Length; first++)
        {
            parts.AddPiece(labels[first]);
            if (first < labels.Length - 1)
            {
                parts.AddPiece(string.Join('.', labels[first..]));
            }
        }
    }

    private static string Converted(string host, Func<string, string> convert)
    {
        try
        {
            return convert(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }
}
