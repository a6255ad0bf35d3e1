using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Network;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>What the emulated servers say on the wire.</summary>
public sealed class ExchangeProtocolTests
{
    private const string Start =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\" "
        + "xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"><s:Body>";

    private const string End = "</s:Body></s:Envelope>";

    private static readonly XNamespace M = "http://schemas.microsoft.com/exchange/services/2006/messages";
    private static readonly Uri Ews = Litware.Url(Litware.Exchange, "/EWS/Exchange.asmx");

    [Theory]
    [InlineData(Litware.Lync, "application/json; charset=utf-8", 1)]
    [InlineData(Litware.Exchange, "application/json; charset=utf-8", 2)]
    public async Task A_published_document_shows_the_keys_of_this_moment(string server, string contentType, int keys)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        if (keys == 2)
        {
            litware.Bind(server, 2);
        }

        var response = await litware.Hosts.Network.GetDocumentAsync(litware.ServerOf(server).MetadataUrl, false, EmulatedEstate.Forever);
        var document = AuthMetadataReader.Read(response.Body.Span, response.ContentType, response.Url);

        Assert.Equal(contentType, response.ContentType);
        Assert.Equal(litware.ServerOf(server).Issuer, document.Issuer);
        Assert.Equal(keys, document.Keys.Length);
    }

    [Fact]
    public async Task An_expired_certificate_makes_the_document_a_500_with_its_thumbprint()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var thumbprint = litware.Backend.State.Certificates[Litware.Exchange].Current!.Thumbprint.Hex;
        litware.Time.Now = EmulatedEstate.Start.AddDays(2000);

        var refused = await Assert.ThrowsAsync<Trust.Faults.FaultException>(
            () => litware.Hosts.Documents.FetchAsync(litware.ServerOf(Litware.Exchange).MetadataUrl, false, EmulatedEstate.Forever));

        Assert.Equal("PT3058", refused.Faults[0].Code);
        Assert.Contains(thumbprint, refused.Faults[0].Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_call_without_a_token_is_challenged(string? token)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await SendAsync(litware, token, null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        Assert.True(BearerChallenge.TryParse(response.Challenges[0], out var challenge));
        Assert.Equal(WellKnownApplications.Exchange, challenge!.ClientId);
        Assert.Equal(litware.ServerOf(Litware.Lync).Issuer, Assert.Single(challenge.TrustedIssuers));
        Assert.Equal("app_asserted_user_v1 service_asserted_app_v1", challenge.TokenTypes);
        Assert.Equal(token is null ? null : "invalid_token", challenge.Error);
    }

    [Fact]
    public async Task A_refused_token_comes_back_with_diagnostics()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var token = litware.TokenForKen();
        litware.Bind(Litware.Lync, 2);
        litware.Trust(Litware.Exchange, Litware.Lync);

        var response = await SendAsync(litware, token, null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        Assert.StartsWith("2000000;", response.Diagnostics, StringComparison.Ordinal);
        Assert.DoesNotContain(token, response.Diagnostics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE s [<!ENTITY x \"y\">]><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>&x;</s:Body></s:Envelope>")]
    [InlineData("<not-soap/>")]
    [InlineData("not xml at all")]
    [InlineData("")]
    public async Task What_is_no_soap_message_is_a_schema_fault(string body)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await SendAsync(litware, litware.TokenForKen(), body);

        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        Assert.Contains("ErrorSchemaValidation", Encoding.UTF8.GetString(response.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elements_nested_without_end_are_refused()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var deep = string.Concat(Enumerable.Repeat("<a>", 20000)) + string.Concat(Enumerable.Repeat("</a>", 20000));

        var response = await SendAsync(litware, litware.TokenForKen(), Start + deep + End);

        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
    }

    [Theory]
    [InlineData("<m:GetItem><m:ItemIds><t:ItemId Id=\"nothing\"/></m:ItemIds></m:GetItem>", "ErrorItemNotFound")]
    [InlineData("<m:DeleteItem DeleteType=\"HardDelete\"><m:ItemIds><t:ItemId Id=\"nothing\"/></m:ItemIds></m:DeleteItem>", "ErrorItemNotFound")]
    [InlineData("<m:GetFolder><m:FolderIds><t:DistinguishedFolderId Id=\"calendar\"/></m:FolderIds></m:GetFolder>", "ErrorFolderNotFound")]
    [InlineData(
        "<m:GetFolder><m:FolderIds><t:DistinguishedFolderId Id=\"archiverecoverableitemspurges\"/></m:FolderIds></m:GetFolder>",
        "ErrorArchiveMailboxNotEnabled")]
    [InlineData("<m:GetFolder><m:FolderIds><t:FolderId Id=\"!!\"/></m:FolderIds></m:GetFolder>", "ErrorInvalidIdMalformed")]
    [InlineData("<m:CreateItem MessageDisposition=\"SendOnly\"><m:Items><t:Message/></m:Items></m:CreateItem>", "ErrorInvalidOperation")]
    [InlineData("<m:CreateItem><m:Items><t:Message/></m:Items></m:CreateItem>", "ErrorMessageDispositionRequired")]
    [InlineData(
        "<m:GetFolder><m:FolderIds><t:DistinguishedFolderId Id=\"inbox\"><t:Mailbox><t:EmailAddress>pilar@litwareinc.com</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId></m:FolderIds></m:GetFolder>",
        "ErrorAccessDenied")]
    [InlineData(
        "<m:FindItem Traversal=\"Shallow\"><m:Restriction><t:IsEqualTo><t:FieldURI FieldURI=\"item:ItemId\"/></t:IsEqualTo></m:Restriction><m:ParentFolderIds><t:DistinguishedFolderId Id=\"inbox\"/></m:ParentFolderIds></m:FindItem>",
        "ErrorUnsupportedPathForQuery")]
    public async Task What_cannot_be_done_has_a_response_code(string operation, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        Assert.Equal(code, await CodeAsync(litware, litware.TokenForKen(), operation));
    }

    [Fact]
    public async Task An_application_by_itself_needs_a_role_and_a_mailbox_by_name()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        const string Nameless = "<m:GetFolder><m:FolderIds><t:DistinguishedFolderId Id=\"inbox\"/></m:FolderIds></m:GetFolder>";
        const string Named =
            "<m:GetFolder><m:FolderIds><t:DistinguishedFolderId Id=\"inbox\"><t:Mailbox><t:EmailAddress>kenmyer@litwareinc.com</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId></m:FolderIds></m:GetFolder>";

        Assert.Equal("ErrorMissingEmailAddress", await CodeAsync(litware, litware.AppToken(), Nameless));
        Assert.Equal("NoError", await CodeAsync(litware, litware.AppToken(), Named));

        litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with
        {
            LinkedAccount = new LinkedAccount("LyncEnterprise-ApplicationAccount", ["ArchiveApplication"]),
        });
        Assert.Equal("ErrorAccessDenied", await CodeAsync(litware, litware.AppToken(), Named));
    }

    [Fact]
    public async Task Another_users_item_is_not_found()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await litware.CheckAsync(CheckRequests.Storage(delete: false));
        var item = litware.Backend.Items.Single();
        const string Pilar = "sip:pilar@litwareinc.com";
        litware.Backend.State = litware.Backend.State with
        {
            Mailboxes = litware.Backend.State.Mailboxes.Add(Pilar, new Mailbox(Pilar, "pilar@litwareinc.com", Litware.Exchange, false)),
        };

        Assert.Equal("NoError", await CodeAsync(litware, litware.TokenForKen(), GetItem(item.Id)));
        Assert.Equal("ErrorItemNotFound", await CodeAsync(litware, litware.TokenFor(Pilar), GetItem(item.Id)));
    }

    private static string GetItem(string id) => $"<m:GetItem><m:ItemIds><t:ItemId Id=\"{id}\"/></m:ItemIds></m:GetItem>";

    private static async Task<string?> CodeAsync(EmulatedEstate litware, string token, string operation)
    {
        var response = await SendAsync(litware, token, Start + operation + End);
        Assert.Equal(HttpStatusCode.OK, response.Status);
        return XDocument.Parse(Encoding.UTF8.GetString(response.Body.Span)).Descendants(M + "ResponseCode").First().Value;
    }

    private static Task<NetworkResponse> SendAsync(EmulatedEstate litware, string? token, string? body) => litware.Hosts.Network.SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, Ews);
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token.Length == 0 ? null : token);
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "text/xml");
            return request;
        },
        false,
        EmulatedEstate.Forever);
}
