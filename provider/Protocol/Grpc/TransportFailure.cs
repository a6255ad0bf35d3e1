namespace PartnerTrust.Protocol.Grpc;

/// <summary>What a broken connection or stream means to a caller (pulumi-protocol.md 5.2, last paragraph).</summary>
internal static class TransportFailure
{
    /// <summary>Null for what is no failure of the transport.</summary>
    public static RpcException? Explain(Exception failure, string? address) => failure switch
    {
        HttpProtocolException reset => Reset(reset),
        HttpRequestException { InnerException: HttpProtocolException reset } => Reset(reset),
        HttpRequestException or IOException or OperationCanceledException { InnerException: TimeoutException } =>
            new RpcException(StatusCode.Unavailable, $"{address} cannot be reached: {failure.Message}", [], failure),
        _ => null,
    };

    private static RpcException Reset(HttpProtocolException reset) =>
        new(FromHttp2(reset.ErrorCode), $"The server reset the call: {reset.Message}", [], reset);

    private static StatusCode FromHttp2(long code) => code switch
    {
        0x7 => StatusCode.Unavailable,
        0x8 => StatusCode.Cancelled,
        0xb => StatusCode.ResourceExhausted,
        0xc => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };
}
