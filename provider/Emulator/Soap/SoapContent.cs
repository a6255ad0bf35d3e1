using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PartnerTrust.Emulator.Soap;

/// <summary>What the headers say of a SOAP message.</summary>
internal static class SoapContent
{
    private static readonly string[] Types = ["text/xml", "application/xml", "application/soap+xml"];
    private static readonly string[] Charsets = ["utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "iso-8859-1"];

    /// <summary>False for what is no XML, is encoded, or is in a character set that nobody uses.</summary>
    /// <param name="request">The request.</param>
    /// <param name="charset">The character set that the header names; null where the text tells it by itself.</param>
    public static bool TryRead(HttpRequest request, out Encoding? charset)
    {
        charset = null;
        if (request.ContentType is not { Length: > 0 } given)
        {
            return true;
        }

        if (!MediaTypeHeaderValue.TryParse(given, out var type) || !Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            || request.Headers.ContentEncoding.Count > 0)
        {
            return false;
        }

        var name = type.Charset.Value?.Trim('"') is { Length: > 0 } named ? named : "utf-8";
        if (!Charsets.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        // What says utf-8 tells by its own first bytes whether that is so.
        charset = name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? null : Encoding.GetEncoding(name);
        return true;
    }
}
