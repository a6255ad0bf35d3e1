using System.Globalization;
using Microsoft.AspNetCore.Http;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Exchange.Autodiscover;
using PartnerTrust.Emulator.Exchange.Ews;
using PartnerTrust.Emulator.Exchange.Ews.Description;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Metadata;
using PartnerTrust.Emulator.TokenServer;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Listening;

/// <summary>Finds the server that a request is for and the end point of its product.</summary>
internal sealed class HostRouter
{
    private readonly IHostBackend backend;
    private readonly TimeProvider time;
    private readonly PublishedDocuments documents;
    private readonly GuardedEndpoint guarded;
    private readonly AutodiscoverEndpoint autodiscover;
    private readonly PlainAutodiscoverEndpoint plainAutodiscover;
    private readonly EwsEndpoint ews;
    private readonly DescriptionEndpoint description;
    private readonly IssuanceEndpoint issuance;

    public HostRouter(IHostBackend backend, TimeProvider time, Refusals refusals)
    {
        (this.backend, this.time) = (backend, time);
        var gate = new BearerGate(backend, refusals);
        documents = new PublishedDocuments(backend);
        guarded = new GuardedEndpoint(gate);
        autodiscover = new AutodiscoverEndpoint(gate, new UserSearch(backend));
        plainAutodiscover = new PlainAutodiscoverEndpoint(gate, new UserSearch(backend));
        ews = new EwsEndpoint(backend, gate);
        description = new DescriptionEndpoint(gate);
        issuance = new IssuanceEndpoint(backend, refusals);
    }

    public async Task AnswerAsync(HttpContext http)
    {
        var server = await backend.FindServerByHostAsync(http.Request.Host.Host, http.RequestAborted);
        if (server is null)
        {
            await Answers.WriteAsync(http, 421, Answers.Text, "There is no server under this name.");
            return;
        }

        var faults = await HostFaults.ReadAsync(backend, server.Fqdn, http.RequestAborted);
        var request = new HostRequest(http, server, faults, time.GetUtcNow() + faults.ClockSkew);
        http.Response.Headers.Date = request.Now.ToString("R", CultureInfo.InvariantCulture);
        if (!await FaultyAnswers.TryAnswerAsync(request))
        {
            await AnswerAsync(request);
        }
    }

    private async Task AnswerAsync(HostRequest request)
    {
        if (request.IsGet && await documents.TryAnswerAsync(request))
        {
            return;
        }

        await (EndpointOf(request) is { } endpoint ? endpoint(request) : Answers.NotFoundAsync(request.Http));
    }

    private Func<HostRequest, Task>? EndpointOf(HostRequest request) => (request.Server.Product, request.Path) switch
    {
        (ServerProduct.ExchangeServer, AutodiscoverEndpoint.Path) => autodiscover.AnswerAsync,
        (ServerProduct.ExchangeServer, PlainAutodiscoverEndpoint.Path) => plainAutodiscover.AnswerAsync,
        (ServerProduct.ExchangeServer, EwsEndpoint.Path) => ews.AnswerAsync,
        (ServerProduct.ExchangeServer, var path) when request.IsGet && DescriptionEndpoint.Has(path) => description.AnswerAsync,
        (ServerProduct.TokenServer, AuthMetadata.IssuancePath) when request.IsPost => issuance.AnswerAsync,
        var (product, path) when string.Equals(path, GuardedEndpoint.PathOf(product), StringComparison.OrdinalIgnoreCase) => guarded.AnswerAsync,
        _ => null,
    };
}
