using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>A protected page that says nothing but "come in": what a probe calls on a product whose services are not played.</summary>
internal sealed class GuardedEndpoint(BearerGate gate)
{
    /// <summary>Where a probe presents its token; writes nothing and needs no mailbox.</summary>
    public static string PathOf(ServerProduct product) => product switch
    {
        ServerProduct.ExchangeServer => "/EWS/Exchange.asmx",
        ServerProduct.SharePointServer => "/_vti_bin/client.svc",
        ServerProduct.LyncServer => "/webticket/webticketservice.svc",
        _ => "/tokens/whoami",
    };

    public async Task AnswerAsync(HostRequest request)
    {
        if (await gate.AdmitAsync(request) is { } call)
        {
            await Answers.WriteAsync(request.Http, 200, Answers.Text, call.Client.ToString());
        }
    }
}
