using System.Net;
using System.Net.Http.Headers;

namespace PartnerTrust.Network;

/// <summary>A whole answer, whatever its status.</summary>
public sealed record NetworkResponse(
    Uri Url, HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The server's clock as its answer shows it (domain.md 6.3).</summary>
    public DateTimeOffset? ServerTime => Headers.Date;

    /// <summary>The value of the <c>x-ms-diagnostics</c> header (domain.md 5.7); null when there is none.</summary>
    public string? Diagnostics => Headers.TryGetValues("x-ms-diagnostics", out var values) ? string.Join("; ", values) : null;

    /// <summary>Every <c>WWW-Authenticate</c> header as it was sent.</summary>
    public IReadOnlyList<string> Challenges => Headers.TryGetValues("WWW-Authenticate", out var values) ? [.. values] : [];
}
