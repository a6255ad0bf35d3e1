using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>Tells the settings of users, each known or unknown by itself.</summary>
internal static class GetUserSettings
{
    private const int MostUsers = 90;
    private static readonly XNamespace Ns = SoapNames.Autodiscover;

    public static async Task<XElement> AnswerAsync(XElement content, UserQuestion question, IUserSearch search)
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
            {
                users.Add(await UserAsync(address, settings, question, search));
            }

            response.Add(Error("NoError", "No error."), users);
        }

        return new XElement(Ns + "GetUserSettingsResponseMessage", response);
    }

    private static async Task<XElement> UserAsync(string address, List<string> settings, UserQuestion question, IUserSearch search)
    {
        var (mailbox, redirect) = await search.FindAsync(address, question);
        return mailbox is not null ? Found(mailbox, settings)
            : redirect is not null ? Nothing("RedirectUrl", "The mailbox is found elsewhere.", redirect)
            : Nothing("InvalidUser", $"The user '{address}' has no mailbox here.", null);
    }

    private static XElement Found(Mailbox mailbox, List<string> settings)
    {
        var errors = new XElement(Ns + "UserSettingErrors");
        var values = new XElement(Ns + "UserSettings");
        foreach (var name in settings)
        {
            if (UserSettings.Of(mailbox, name) is { } value)
            {
                values.Add(new XElement(
                    Ns + "UserSetting",
                    new XAttribute(SoapNames.Instance + "type", "StringSetting"),
                    new XElement(Ns + "Name", name),
                    new XElement(Ns + "Value", value)));
            }
            else
            {
                errors.Add(new XElement(
                    Ns + "UserSettingError",
                    Error("SettingIsNotAvailable", "The setting is not available for this user."),
                    new XElement(Ns + "SettingName", name)));
            }
        }

        return new XElement(Ns + "UserResponse", Error("NoError", "No error."), Redirect(null), errors, values);
    }

    private static XElement Nothing(string code, string message, string? redirect) => new(
        Ns + "UserResponse", Error(code, message), Redirect(redirect), new XElement(Ns + "UserSettingErrors"), new XElement(Ns + "UserSettings"));

    private static XElement Redirect(string? place) =>
        new(Ns + "RedirectTarget", place is null ? new XAttribute(SoapNames.Instance + "nil", "true") : place);

    private static XElement[] Error(string code, string message) => [new(Ns + "ErrorCode", code), new(Ns + "ErrorMessage", message)];
}
