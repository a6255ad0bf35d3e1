using System.Xml.Linq;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>Autodiscover over SOAP at <c>/autodiscover/autodiscover.svc</c>, for Bearer tokens alone.</summary>
internal sealed class AutodiscoverEndpoint(BearerGate gate, UserSearch users)
{
    public const string Path = "/autodiscover/autodiscover.svc";

    private const string ServicePage = "<html><head><title>AutodiscoverService</title></head><body></body></html>";
    private static readonly XNamespace Ns = SoapNames.Autodiscover;

    public async Task AnswerAsync(HostRequest request)
    {
        AutodiscoverHeaders.Write(request.Http.Response);
        if (await gate.AdmitAsync(request) is not { } caller)
        {
            return;
        }

        await SoapExchange.AnswerAsync(request, ServicePage, async message => message.Content.Name == Ns + "GetUserSettingsRequestMessage"
            ? (200, SoapEnvelope.Write(Header(), await GetUserSettings.AnswerAsync(message.Content, new UserQuestion(caller, request), users)))
            : (500, SoapEnvelope.WriteFault(
                "ErrorInvalidRequest", $"This service does not emulate '{message.Content.Name.LocalName}'. It emulates GetUserSettings.", Header())));
    }

    private static XElement[] Header() =>
    [
        new(
            SoapNames.Addressing + "Action",
            new XAttribute(SoapNames.Envelope + "mustUnderstand", "1"),
            "http://schemas.microsoft.com/exchange/2010/Autodiscover/Autodiscover/GetUserSettingsResponse"),
        new(
            Ns + "ServerVersionInfo",
            new XElement(Ns + "MajorVersion", 15),
            new XElement(Ns + "MinorVersion", 0),
            new XElement(Ns + "MajorBuildNumber", 1497),
            new XElement(Ns + "MinorBuildNumber", 2),
            new XElement(Ns + "Version", "Exchange2013_SP1")),
    ];
}
