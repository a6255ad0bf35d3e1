using System.Xml.Linq;
using PartnerTrust.Engines.Embedded.Hosts.Bearer;
using PartnerTrust.Engines.Embedded.Hosts.Listening;
using PartnerTrust.Engines.Embedded.Hosts.Soap;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Ews;

/// <summary>Exchange Web Services at <c>/EWS/Exchange.asmx</c>, for Bearer tokens alone.</summary>
internal sealed class EwsEndpoint(IHostBackend backend, BearerGate gate)
{
    public const string Path = "/ews/exchange.asmx";

    private static readonly XElement ServerVersion = new(
        SoapNames.Types + "ServerVersionInfo",
        new XAttribute("MajorVersion", "15"),
        new XAttribute("MinorVersion", "0"),
        new XAttribute("MajorBuildNumber", "1497"),
        new XAttribute("MinorBuildNumber", "2"),
        new XAttribute("Version", "V2_23"));

    public async Task AnswerAsync(HostRequest request)
    {
        if (await gate.AdmitAsync(request).ConfigureAwait(false) is not { } caller)
            return;

        if (!request.IsPost)
        {
            await Answers.WriteAsync(request.Http, 200, Answers.Html, "<html><head><title>Service</title></head><body>Exchange Web Services</body></html>")
                .ConfigureAwait(false);
            return;
        }

        var message = await SoapMessage.ReadAsync(request.Http.Request.Body, request.Aborted).ConfigureAwait(false);
        var answer = message is null || message.Content.Name.Namespace != SoapNames.Messages
            ? null
            : await RunAsync(new EwsCall(backend, caller, request.Server.Fqdn, message, request.Now), request.Aborted).ConfigureAwait(false);
        var (status, xml) = answer is null
            ? (500, SoapEnvelope.WriteFault("ErrorSchemaValidation", "The request failed schema validation, or asks for what this server does not do."))
            : (200, SoapEnvelope.Write([new XElement(ServerVersion)], answer));
        await Answers.WriteAsync(request.Http, status, Answers.Xml, xml).ConfigureAwait(false);
    }

    private static async Task<XElement?> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        try
        {
            return EwsOperations.Run(call, cancellationToken) is { } running ? await running.ConfigureAwait(false) : null;
        }
        catch (EwsRefusal refusal)
        {
            return EwsResponses.Refused(call.Operation.Name.LocalName, refusal);
        }
    }
}
