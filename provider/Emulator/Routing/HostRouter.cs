using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Routing;

/// <summary>Leads a request to the end point of the server's product.</summary>
internal sealed class HostRouter(HostEndpoints endpoints) : IHostResponder
{
    public async Task AnswerAsync(HostRequest request)
    {
        if (request.IsGet && await endpoints.Documents.TryAnswerAsync(request))
        {
            return;
        }

        await (EndpointOf(request) is { } endpoint ? endpoint(request) : Answers.NotFoundAsync(request.Http));
    }

    private Func<HostRequest, Task>? EndpointOf(HostRequest request) => ServicePaths.ServiceAt(request.Server.Product, request.Path) switch
    {
        TokenService.Autodiscover => endpoints.Autodiscover.AnswerAsync,
        TokenService.PlainAutodiscover => endpoints.PlainAutodiscover.AnswerAsync,
        TokenService.Ews => endpoints.Ews.AnswerAsync,
        TokenService.Description when request.IsGet => endpoints.Description.AnswerAsync,
        TokenService.Guarded => endpoints.Guarded.AnswerAsync,
        null when request is { IsPost: true, Path: AuthMetadata.IssuancePath, Server.Product: ServerProduct.TokenServer } =>
            endpoints.Issuance.AnswerAsync,
        _ => null,
    };
}
