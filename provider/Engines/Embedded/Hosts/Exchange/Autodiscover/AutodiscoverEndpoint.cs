using System.Xml.Linq;
using PartnerTrust.Engines.Embedded.Hosts.Bearer;
using PartnerTrust.Engines.Embedded.Hosts.Faults;
using PartnerTrust.Engines.Embedded.Hosts.Listening;
using PartnerTrust.Engines.Embedded.Hosts.Soap;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Autodiscover;

/// <summary>Autodiscover's <c>GetUserSettings</c> over SOAP at <c>/autodiscover/autodiscover.svc</c>, for Bearer tokens alone.</summary>
internal sealed class AutodiscoverEndpoint(IHostBackend backend, BearerGate gate)
{
    public const string Path = "/autodiscover/autodiscover.svc";

    private const int MostUsers = 90;
    private static readonly XNamespace Ns = SoapNames.Autodiscover;

    public async Task AnswerAsync(HostRequest request)
    {
        if (await gate.AdmitAsync(request).ConfigureAwait(false) is not { } caller)
            return;

        if (!request.IsPost)
        {
            await Answers.WriteAsync(request.Http, 200, Answers.Html, "<html><head><title>AutodiscoverService</title></head><body></body></html>")
                .ConfigureAwait(false);
            return;
        }

        var message = await SoapMessage.ReadAsync(request.Http.Request.Body, request.Aborted).ConfigureAwait(false);
        var (status, xml) = message?.Content.Name == Ns + "GetUserSettingsRequestMessage"
            ? (200, SoapEnvelope.Write(Header(), await ContentAsync(message.Content, caller, request).ConfigureAwait(false)))
            : (500, SoapEnvelope.WriteFault("ErrorSchemaValidation", "This service plays GetUserSettings alone."));
        await Answers.WriteAsync(request.Http, status, Answers.Xml, xml).ConfigureAwait(false);
    }

    private async Task<XElement> ContentAsync(XElement content, AcceptedCall caller, HostRequest request)
    {
        var addresses = content.Descendants(Ns + "Mailbox").Select(mailbox => mailbox.Value.Trim()).Take(MostUsers + 1).ToList();
        var settings = content.Descendants(Ns + "Setting").Select(setting => setting.Value.Trim()).Distinct().ToList();
        var response = new XElement(Ns + "Response", new XAttribute(XNamespace.Xmlns + "i", SoapNames.Instance));
        if (addresses.Count is 0 or > MostUsers || settings.Count == 0)
        {
            response.Add(Error("InvalidRequest", $"Between 1 and {MostUsers} users and at least one setting are expected."));
        }
        else
        {
            var users = new XElement(Ns + "UserResponses");
            foreach (var address in addresses)
                users.Add(await UserAsync(address, settings, caller, request).ConfigureAwait(false));

            response.Add(Error("NoError", "No error."), users);
        }

        return new XElement(Ns + "GetUserSettingsResponseMessage", response);
    }

    private async Task<XElement> UserAsync(string address, List<string> settings, AcceptedCall caller, HostRequest request)
    {
        if (request.Faults.Find(HostFaultKind.AutodiscoverRedirect) is { } fault)
            return Redirected(fault.Value is { Length: > 0 } place ? place : "https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc");

        var mailbox = await backend.FindMailboxAsync(address, request.Aborted).ConfigureAwait(false);
        var visible = mailbox is not null && (caller.User is null || caller.User.SmtpAddress == mailbox.SmtpAddress);
        return visible
            ? User("NoError", "No error.", mailbox!, settings)
            : User("InvalidUser", $"The user '{address}' has no mailbox here.", null, settings);
    }

    private static XElement Redirected(string place) => new(
        Ns + "UserResponse",
        Error("RedirectUrl", "The mailbox is found elsewhere."),
        new XElement(Ns + "RedirectTarget", place),
        new XElement(Ns + "UserSettingErrors"),
        new XElement(Ns + "UserSettings"));

    private static XElement User(string code, string message, Mailbox? mailbox, List<string> settings)
    {
        var errors = new XElement(Ns + "UserSettingErrors");
        var values = new XElement(Ns + "UserSettings");
        foreach (var name in settings)
        {
            if (mailbox is null)
                break;

            if (UserSettings.Of(mailbox, name) is { } value)
                values.Add(new XElement(
                    Ns + "UserSetting", new XAttribute(SoapNames.Instance + "type", "StringSetting"), new XElement(Ns + "Name", name), new XElement(Ns + "Value", value)));
            else
                errors.Add(new XElement(
                    Ns + "UserSettingError", Error("SettingIsNotAvailable", "The setting is not available for this user."), new XElement(Ns + "SettingName", name)));
        }

        return new XElement(
            Ns + "UserResponse", Error(code, message), new XElement(Ns + "RedirectTarget", new XAttribute(SoapNames.Instance + "nil", "true")), errors, values);
    }

    private static XElement[] Error(string code, string message) => [new(Ns + "ErrorCode", code), new(Ns + "ErrorMessage", message)];

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
