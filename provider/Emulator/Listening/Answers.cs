using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Emulator.Listening;

/// <summary>Writes whole answers.</summary>
internal static class Answers
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";
    public const string Text = "text/plain; charset=utf-8";
    public const string Xml = "text/xml; charset=utf-8";

    private const string Gzip = "gzip";
    private const int WorthCompressing = 1024;

    public static Task WriteAsync(HttpContext http, int status, string contentType, string content) =>
        WriteAsync(http, status, contentType, Encoding.UTF8.GetBytes(content));

    /// <summary>Compressed for clients that ask for it.</summary>
    public static async Task WriteCompressedAsync(HttpContext http, int status, string contentType, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        http.Response.Headers.Vary = "Accept-Encoding";
        if (bytes.Length >= WorthCompressing && http.Request.Headers.AcceptEncoding.ToString().Contains(Gzip, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = Gzip;
            bytes = await CompressAsync(bytes, http.RequestAborted);
        }

        await WriteAsync(http, status, contentType, bytes);
    }

    public static Task NotFoundAsync(HttpContext http) => WriteAsync(http, 404, Text, "404 - File or directory not found.");

    private static async Task<byte[]> CompressAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var gzip = new GZipStream(memory, CompressionLevel.Fastest);
        await using (gzip)
        {
            await gzip.WriteAsync(bytes, cancellationToken);
        }

        return memory.ToArray();
    }

    private static async Task WriteAsync(HttpContext http, int status, string contentType, byte[] bytes)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.CacheControl = "private";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
