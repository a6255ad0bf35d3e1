using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Asks Autodiscover where a user's mailbox is reached.</summary>
internal sealed class AutodiscoverClient(ServiceCalls calls)
{
    private const string Action = "http://schemas.microsoft.com/exchange/2010/Autodiscover/Autodiscover/GetUserSettings";
    private static readonly XNamespace Ns = SoapNames.Autodiscover;

    public async Task<AutodiscoverAnswer> AskAsync(Uri url, string token, string address, CancellationToken cancellationToken)
    {
        var message = await calls.CallAsync(url, token, Request(url, address), Action, cancellationToken);
        var user = message.Content.Descendants(Ns + "UserResponse").FirstOrDefault() ?? message.Content;
        var code = user.DescendantsAndSelf().Elements(Ns + "ErrorCode").FirstOrDefault()?.Value ?? AutodiscoverAnswer.NoCode;
        var (answer, fault) = AutodiscoverAnswer.Read(
            address,
            code,
            user.Elements(Ns + "ErrorMessage").FirstOrDefault()?.Value ?? "",
            user.Element(Ns + "RedirectTarget")?.Value,
            SettingIn(user, "InternalEwsUrl"),
            SettingIn(user, "ExternalEwsUrl"));
        return answer ?? throw new CheckFailure(fault!);
    }

    private static string? SettingIn(XElement user, string name) => user.Descendants(Ns + "UserSetting")
        .FirstOrDefault(setting => setting.Element(Ns + "Name")?.Value == name)?.Element(Ns + "Value")?.Value;

    private static string Request(Uri url, string address) => SoapEnvelope.Write(
        [
            new XElement(Ns + "RequestedServerVersion", "Exchange2013"),
            new XElement(SoapNames.Addressing + "Action", Action),
            new XElement(SoapNames.Addressing + "To", url.AbsoluteUri),
        ],
        new XElement(
            Ns + "GetUserSettingsRequestMessage",
            new XElement(
                Ns + "Request",
                new XElement(Ns + "Users", new XElement(Ns + "User", new XElement(Ns + "Mailbox", address))),
                new XElement(
                    Ns + "RequestedSettings", new XElement(Ns + "Setting", "InternalEwsUrl"), new XElement(Ns + "Setting", "ExternalEwsUrl")))));
}
