namespace PartnerTrust.Protocol.Grpc;

/// <summary>What one connection is served with: made at its first call, disposed of when it is closed and the last of its calls has
/// ended.</summary>
public interface IGrpcConnection : IAsyncDisposable
{
    IReadOnlyList<GrpcService> Services { get; }
}
