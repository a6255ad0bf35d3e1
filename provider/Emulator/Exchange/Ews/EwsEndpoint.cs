using System.Xml.Linq;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Operations;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews;

/// <summary>Exchange Web Services at <c>/EWS/Exchange.asmx</c>, for Bearer tokens alone.</summary>
internal sealed class EwsEndpoint(IHostBackend backend, IBearerGate gate)
{
    private const string ServicePage = "<html><head><title>Service</title></head><body>Exchange Web Services</body></html>";

    public async Task AnswerAsync(HostRequest request)
    {
        if (await gate.AdmitAsync(request) is not { } caller)
        {
            return;
        }

        await SoapExchange.AnswerAsync(request, ServicePage, async message =>
        {
            try
            {
                EwsVersions.Check(message.Header);
                var call = new EwsCall(backend, caller, request.Server.Fqdn, message, request.Now);
                return (200, SoapEnvelope.Write([EwsVersions.Answering], await RunAsync(call, request.Aborted)));
            }
            catch (EwsFault fault)
            {
                return (500, SoapEnvelope.WriteFault(fault.Code, fault.Message, EwsVersions.Answering));
            }
        });
    }

    private static async Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await EwsOperations.RunAsync(call, cancellationToken);
        }
        catch (EwsRefusal refusal)
        {
            return EwsResponses.Refused(call.Operation.Name.LocalName, refusal);
        }
    }
}
