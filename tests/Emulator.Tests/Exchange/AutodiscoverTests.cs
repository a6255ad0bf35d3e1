using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Network;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>Where clients learn where the mailbox is: over SOAP, and over the older plain XML.</summary>
public sealed class AutodiscoverTests
{
    private static readonly XNamespace A = "http://schemas.microsoft.com/exchange/2010/Autodiscover";
    private static readonly XNamespace Outlook = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    [Fact]
    public async Task Each_user_and_each_setting_is_known_or_unknown_by_itself()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var users = await SettingsAsync(
            litware,
            ["kenmyer@litwareinc.com", "nobody@litwareinc.com"],
            ["ExternalEwsUrl", "InternalEwsUrl", "UserDisplayName", "EwsSupportedSchemas", "TeleportUrl"]);

        Assert.Equal(["NoError", "InvalidUser"], users.Select(user => user.Element(A + "ErrorCode")!.Value));
        Assert.Equal(4, users[0].Descendants(A + "UserSetting").Count());
        Assert.Equal("https://autodiscover.litwareinc.com/EWS/Exchange.asmx", users[0].Descendants(A + "Value").First().Value);
        Assert.Equal("TeleportUrl", users[0].Descendants(A + "SettingName").Single().Value);
    }

    [Fact]
    public async Task A_redirect_is_told_in_both_languages()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(
            Litware.Exchange, HostFaultKind.AutodiscoverRedirect, "https://elsewhere.litwareinc.com/autodiscover/autodiscover.svc");

        var user = Assert.Single(await SettingsAsync(litware, ["kenmyer@litwareinc.com"], ["InternalEwsUrl"]));
        var plain = await PlainAsync(litware, litware.TokenForKen(), Ask("kenmyer@litwareinc.com"));

        Assert.Equal("RedirectUrl", user.Element(A + "ErrorCode")!.Value);
        Assert.Equal("https://elsewhere.litwareinc.com/autodiscover/autodiscover.svc", user.Element(A + "RedirectTarget")!.Value);
        Assert.Equal("redirectUrl", Parse(plain).Descendants(Outlook + "Action").Single().Value);
    }

    [Fact]
    public async Task The_plain_service_challenges_tells_what_it_speaks_and_answers()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var challenged = await PlainAsync(litware, null, null);
        var answered = await PlainAsync(litware, litware.TokenForKen(), Ask("kenmyer@litwareinc.com"));

        Assert.Equal(HttpStatusCode.Unauthorized, challenged.Status);
        Assert.StartsWith("Bearer ", challenged.Challenges[0], StringComparison.Ordinal);
        Assert.Equal("True", challenged.Headers.GetValues("X-SOAP-Enabled").Single());
        Assert.Equal("kenmyer@litwareinc.com", Parse(answered).Descendants(Outlook + "AutoDiscoverSMTPAddress").Single().Value);
        Assert.Equal("https://autodiscover.litwareinc.com/EWS/Exchange.asmx", Parse(answered).Descendants(Outlook + "EwsUrl").First().Value);
    }

    [Theory]
    [InlineData("nobody@litwareinc.com", "", "500")]
    [InlineData("kenmyer@litwareinc.com", "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006", "601")]
    [InlineData(null, "", "600")]
    public async Task The_plain_service_refuses_by_its_own_codes(string? address, string schema, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await PlainAsync(litware, litware.TokenForKen(), address is null ? "<!DOCTYPE x><x/>" : Ask(address, schema));

        Assert.Equal(code, Parse(response).Descendants().Single(element => element.Name.LocalName == "ErrorCode").Value);
    }

    [Fact]
    public async Task An_operation_that_is_not_played_is_a_fault()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await SendAsync(
            litware, "/autodiscover/autodiscover.svc", litware.TokenForKen(), Soap(new XElement(A + "GetDomainSettingsRequestMessage")));

        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        Assert.Contains("GetUserSettings", Parse(response).Descendants("faultstring").Single().Value, StringComparison.Ordinal);
    }

    private static async Task<List<XElement>> SettingsAsync(EmulatedEstate litware, string[] users, string[] settings)
    {
        var response = await SendAsync(litware, "/autodiscover/autodiscover.svc", litware.AppToken(), Soap(new XElement(
            A + "GetUserSettingsRequestMessage",
            new XElement(
                A + "Request",
                new XElement(A + "Users", users.Select(user => new XElement(A + "User", new XElement(A + "Mailbox", user)))),
                new XElement(A + "RequestedSettings", settings.Select(setting => new XElement(A + "Setting", setting)))))));
        Assert.Equal(HttpStatusCode.OK, response.Status);
        return Parse(response).Descendants(A + "UserResponse").ToList();
    }

    private static string Soap(XElement content)
    {
        XNamespace envelope = "http://schemas.xmlsoap.org/soap/envelope/";
        return new XElement(envelope + "Envelope", new XElement(envelope + "Body", content)).ToString();
    }

    private static string Ask(string address, string schema = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a")
    {
        XNamespace request = "http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006";
        return new XElement(
            request + "Autodiscover",
            new XElement(
                request + "Request",
                new XElement(request + "EMailAddress", address),
                schema.Length == 0 ? null : new XElement(request + "AcceptableResponseSchema", schema))).ToString();
    }

    private static Task<NetworkResponse> PlainAsync(EmulatedEstate litware, string? token, string? body) =>
        SendAsync(litware, "/Autodiscover/Autodiscover.xml", token, body);

    private static Task<NetworkResponse> SendAsync(EmulatedEstate litware, string path, string? token, string? body) => litware.Hosts.Network
        .SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, Litware.Url(Litware.Exchange, path));
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "text/xml");
            return request;
        },
        false,
        EmulatedEstate.Forever);

    private static XDocument Parse(NetworkResponse response) => XDocument.Parse(Encoding.UTF8.GetString(response.Body.Span));
}
