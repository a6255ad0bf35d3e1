using System.Net;
using System.Text;

namespace PartnerTrust.Emulator.Exchange.Ews.Items;

/// <summary>The text of an HTML page, as a client without a browser shows it; in one pass, whatever the page is like.</summary>
internal static class HtmlText
{
    private static readonly string[] Invisible = ["head", "script", "style"];
    private static readonly string[] Lines = ["br", "/p", "/div", "/tr", "/li", "/h1", "/h2", "/h3"];

    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            var end = tag < 0 ? -1 : html.IndexOf('>', tag);
            if (end < 0)
            {
                text.Append(html.AsSpan(at));
                break;
            }

            text.Append(html.AsSpan(at, tag - at));
            var name = NameOf(html.AsSpan(tag + 1, end - tag - 1));
            if (Lines.Contains(name))
            {
                text.Append("\r\n");
            }

            at = Invisible.Contains(name) ? After(html, "</" + name, end + 1) : end + 1;
        }

        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var length = tag.IndexOfAny(" \t\r\n");
        return tag[..(length < 0 ? tag.Length : length)].TrimEnd('/').ToString().ToLowerInvariant();
    }

    // What is never closed hides the rest.
    private static int After(string html, string closing, int from)
    {
        var at = html.IndexOf(closing, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at;
    }
}
