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

    private Func<HostRequest, Task>? EndpointOf(HostRequest request) => (request.Server.Product, request.Path) switch
    {
        (ServerProduct.ExchangeServer, var path) when ServicePaths.AreSame(path, ServicePaths.Autodiscover) => endpoints.Autodiscover.AnswerAsync,
        (ServerProduct.ExchangeServer, var path) when ServicePaths.AreSame(path, ServicePaths.PlainAutodiscover) => endpoints.PlainAutodiscover.AnswerAsync,
        (ServerProduct.ExchangeServer, var path) when ServicePaths.AreSame(path, ServicePaths.Ews) => endpoints.Ews.AnswerAsync,
        (ServerProduct.ExchangeServer, var path) when request.IsGet && DescriptionEndpoint.Has(path) => endpoints.Description.AnswerAsync,
        (ServerProduct.TokenServer, AuthMetadata.IssuancePath) when request.IsPost => endpoints.Issuance.AnswerAsync,
        var (product, path) when ServicePaths.AreSame(path, ServicePaths.ProbeOf(product)) => endpoints.Guarded.AnswerAsync,
        _ => null,
    };
}
