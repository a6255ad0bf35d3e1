using System.Globalization;
using System.Xml.Linq;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>The older Autodiscover, plain XML without SOAP, at <c>/autodiscover/autodiscover.xml</c>: many clients ask it first, if only for
/// the headers of its refusal.</summary>
internal sealed class PlainAutodiscoverEndpoint(IBearerGate gate, IUserSearch users)
{
    private const int InvalidRequest = 600;
    private const int UnknownUser = 500;
    private const int SchemaMissing = 601;
    private static readonly XNamespace Root = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private static readonly XNamespace Outlook = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    public async Task AnswerAsync(HostRequest request)
    {
        AutodiscoverHeaders.Write(request.Http.Response);
        if (await gate.AdmitAsync(request) is not { } caller)
        {
            return;
        }

        using var body = request.IsPost ? await BoundedBody.ReadAsync(request.Http.Request, request.Aborted) : null;
        var asked = body is not null && SoapContent.TryRead(request.Http.Request, out var charset) ? XmlMessage.Read(body, charset) : null;
        var answer = await RespondAsync(asked, new UserQuestion(caller, request));
        await Answers.WriteCompressedAsync(request.Http, 200, Answers.Xml, SoapEnvelope.Text(new XElement(Root + "Autodiscover", answer)));
    }

    private async Task<XElement> RespondAsync(XElement? asked, UserQuestion question)
    {
        var wish = asked?.Elements().FirstOrDefault(element => element.Name.LocalName == "Request");
        var address = wish?.Elements().FirstOrDefault(element => element.Name.LocalName == "EMailAddress")?.Value.Trim();
        if (address is null)
        {
            return Error(question, InvalidRequest, "Invalid Request");
        }

        var schema = wish!.Elements().FirstOrDefault(element => element.Name.LocalName == "AcceptableResponseSchema")?.Value.Trim();
        if (schema is not null && schema != Outlook.NamespaceName)
        {
            return Error(question, SchemaMissing, "Provider is not available");
        }

        var (mailbox, redirect) = await users.FindAsync(address, question);
        return mailbox is not null ? Found(mailbox)
            : redirect is not null ? Response(Account("redirectUrl", new XElement(Outlook + "RedirectUrl", redirect)))
            : Error(question, UnknownUser, "The email address can't be found.");
    }

    private static XElement Found(Mailbox mailbox) => Response(
        new XElement(
            Outlook + "User",
            new XElement(Outlook + "DisplayName", UserSettings.DisplayName(mailbox)),
            new XElement(Outlook + "LegacyDN", UserSettings.LegacyDn(mailbox)),
            new XElement(Outlook + "AutoDiscoverSMTPAddress", mailbox.SmtpAddress)),
        Account("settings", Protocol("EXCH", mailbox), Protocol("EXPR", mailbox)));

    private static XElement Protocol(string type, Mailbox mailbox) => new(
        Outlook + "Protocol",
        new XElement(Outlook + "Type", type),
        new XElement(Outlook + "Server", mailbox.Server),
        new XElement(Outlook + "ASUrl", UserSettings.EwsUrl(mailbox)),
        new XElement(Outlook + "EwsUrl", UserSettings.EwsUrl(mailbox)));

    private static XElement Account(string action, params XElement[] content) => new(
        Outlook + "Account", new XElement(Outlook + "AccountType", "email"), new XElement(Outlook + "Action", action), content);

    private static XElement Response(params XElement[] content) => new(Outlook + "Response", content);

    private static XElement Error(UserQuestion question, int code, string message) => new(
        Root + "Response",
        new XElement(
            Root + "Error",
            new XAttribute("Time", question.Request.Now.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
            new XAttribute("Id", "1"),
            new XElement(Root + "ErrorCode", code),
            new XElement(Root + "Message", message),
            new XElement(Root + "DebugData")));
}
