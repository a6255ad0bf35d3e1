using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Sharing;

/// <summary>The process that plans for all of its preview, as the others see it.</summary>
internal interface IPreviewLeader
{
    Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken);

    Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken);

    Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken);

    Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken);

    Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken);
}
