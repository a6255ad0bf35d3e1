using System.Text;
using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Engines.Embedded.Hosts.Listening;

/// <summary>Writes whole answers.</summary>
internal static class Answers
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string Text = "text/plain; charset=utf-8";
    public const string Xml = "text/xml; charset=utf-8";

    public static async Task WriteAsync(HttpContext http, int status, string contentType, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.CacheControl = "private";
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }

    public static Task NotFoundAsync(HttpContext http) => WriteAsync(http, 404, Text, "404 - File or directory not found.");
}
