using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Emulator.Listening;

/// <summary>Reads bodies of a modest size.</summary>
internal static class BoundedBody
{
    /// <summary>More than any honest message of a partner; what is larger is answered with 413.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>The whole body; null when it is too large. It is read to its end all the same, so that its sender lives to see the answer.</summary>
    public static async Task<MemoryStream?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        long seen = 0;
        while (await request.Body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            seen += read;
            if (seen <= Largest)
            {
                kept.Write(buffer, 0, read);
            }
        }

        return seen <= Largest ? kept : null;
    }
}
