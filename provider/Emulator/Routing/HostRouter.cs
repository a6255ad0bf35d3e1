using PartnerTrust.Emulator.Exchange.Ews.Description;
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

    private Func<HostRequest, Task>? EndpointOf(HostRequest request) => request.Server.Product switch
    {
        ServerProduct.ExchangeServer => OfExchange(request),
        ServerProduct.TokenServer when request.IsPost && request.Path == AuthMetadata.IssuancePath => endpoints.Issuance.AnswerAsync,
        var product when Is(request, ServicePaths.ProbeOf(product)) => endpoints.Guarded.AnswerAsync,
        _ => null,
    };

    private Func<HostRequest, Task>? OfExchange(HostRequest request) =>
        Is(request, ServicePaths.Autodiscover) ? endpoints.Autodiscover.AnswerAsync
        : Is(request, ServicePaths.PlainAutodiscover) ? endpoints.PlainAutodiscover.AnswerAsync
        : Is(request, ServicePaths.Ews) ? endpoints.Ews.AnswerAsync
        : request.IsGet && DescriptionEndpoint.Has(request.Path) ? endpoints.Description.AnswerAsync
        : null;

    private static bool Is(HostRequest request, string path) => ServicePaths.AreSame(request.Path, path);
}
