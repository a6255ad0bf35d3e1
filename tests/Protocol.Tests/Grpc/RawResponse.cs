using System.Globalization;
using System.Net;
using Grpc.Core;

namespace PartnerTrust.Protocol.Tests.Grpc;

internal sealed record RawResponse(HttpStatusCode Http, string? ContentType, byte[] Body, StatusCode? Status, string? Message, string? Details)
{
    public static async Task<RawResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        var status = Trailer(response, "grpc-status");
        return new RawResponse(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            body,
            status is null ? null : (StatusCode)int.Parse(status, CultureInfo.InvariantCulture),
            Trailer(response, "grpc-message"),
            Trailer(response, "grpc-status-details-bin"));
    }

    /// <summary>A response that has no message has its trailers in the headers.</summary>
    private static string? Trailer(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.Single() : null;
}
