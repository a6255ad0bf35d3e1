using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Sharing;

/// <summary>A leader in another process, asked in Pulumi's own terms.</summary>
internal sealed class RemoteLeader(int port) : IPreviewLeader, IDisposable
{
    private readonly GrpcChannel channel = new(FormattableString.Invariant($"127.0.0.1:{port}"));

    private ResourceProviderClient Provider => new(channel);

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Provider.CheckAsync(request, cancellationToken);

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        Provider.DiffAsync(request, cancellationToken);

    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        Provider.CreateAsync(request, cancellationToken);

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) =>
        Provider.UpdateAsync(request, cancellationToken);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        Provider.InvokeAsync(request, cancellationToken);

    public void Dispose() => channel.Dispose();
}
