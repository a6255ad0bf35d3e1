using System.Net;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Presents a token and asks for nothing: proves the trust without writing anywhere.</summary>
internal sealed class ProbeCheck(CallingServer caller, TokenSource tokens, ServiceCalls calls, CheckTrace trace)
{
    /// <param name="target">Null for the place where Autodiscover answers.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Server? target, CancellationToken cancellationToken)
    {
        var url = target is null || (caller.Server.Product == ServerProduct.LyncServer && target.Product == ServerProduct.ExchangeServer)
            ? await AutodiscoverStep.TakeAsync(caller, trace)
            : null;
        url = target is null ? url! : new Uri($"https://{target.Fqdn}{GuardedEndpoint.PathOf(target.Product)}");

        var token = await tokens.ForAsync(url, "", cancellationToken);
        await trace.TakeAsync("presentToken", $"Presenting the token to {url.Host}", async () =>
        {
            var response = await calls.SendAsync(url, token, null, null, cancellationToken);
            return response.Status == HttpStatusCode.OK
                ? (response.Status, $"{url.Host} accepts the token")
                : throw new CheckFailure(FaultCatalogue.CallFails(url, (int)response.Status));
        });
    }
}
