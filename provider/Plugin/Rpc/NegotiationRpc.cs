using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Who we are and what we can do.</summary>
/// <param name="session">Ours.</param>
/// <param name="endPreview">Tells what is to be told at the end of a preview.</param>
/// <param name="cancelAnswered">Called when a <c>Cancel</c> was answered.</param>
internal sealed class NegotiationRpc(ProviderSession session, Func<CancellationToken, Task> endPreview, Action cancelAnswered)
{
    public Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellationToken)
    {
        session.Link.Attach(request.EngineAddress);
        return Task.FromResult(new ProviderHandshakeResponse
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            SupportsAutonamingConfiguration = true,
        });
    }

    public Task<Empty> AttachAsync(PluginAttach request, CancellationToken cancellationToken)
    {
        session.Link.Attach(request.Address);
        return Task.FromResult(new Empty());
    }

    public static Task<PluginInfo> GetPluginInfoAsync(Empty request, CancellationToken cancellationToken) =>
        Task.FromResult(new PluginInfo { Version = PluginVersion.Text });

    public Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellationToken) => request.Version == 0
        ? Task.FromResult(new GetSchemaResponse { Schema = session.Schema.Text })
        : throw new FaultException(FaultCatalogue.SchemaVersionUnsupported(request.Version));

    public static Task<ParameterizeResponse> ParameterizeAsync(ParameterizeRequest request, CancellationToken cancellationToken) =>
        throw new FaultException(FaultCatalogue.NotParameterizable());

    public static Task<GetMappingResponse> GetMappingAsync(GetMappingRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetMappingResponse());

    public static Task<GetMappingsResponse> GetMappingsAsync(GetMappingsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetMappingsResponse());

    public async Task<Empty> CancelAsync(Empty request, CancellationToken cancellationToken)
    {
        try
        {
            await endPreview(cancellationToken);
        }
        finally
        {
            await session.CancelAsync();
            cancelAnswered();
        }

        return new Empty();
    }
}
