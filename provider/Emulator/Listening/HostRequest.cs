using Microsoft.AspNetCore.Http;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Listening;

/// <summary>One request to one emulated server.</summary>
/// <param name="Http">The exchange.</param>
/// <param name="Server">The server that the host name stands for.</param>
/// <param name="Now">The time by the server's clock.</param>
internal sealed record HostRequest(HttpContext Http, Server Server, DateTimeOffset Now)
{
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The path in lower case without a trailing slash: the products' paths are not case-sensitive.</summary>
    public string Path { get; } = (Http.Request.Path.Value ?? "").TrimEnd('/').ToLowerInvariant();

    /// <summary>The host name that the client used.</summary>
    public string Host => Http.Request.Host.Host;

    public bool IsGet => HttpMethods.IsGet(Http.Request.Method);

    public bool IsPost => HttpMethods.IsPost(Http.Request.Method);
}
