using System.IO.Compression;
using System.Net;
using System.Text;
using PartnerTrust.Emulator.Tests.Fixtures;
using static PartnerTrust.Emulator.Tests.Exchange.EwsSession;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>SOAP over HTTP as real clients speak it, and as nobody should.</summary>
public sealed class EwsTransportTests
{
    private const string GetInbox =
        "<m:GetFolder><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id=\"inbox\"/></m:FolderIds></m:GetFolder>";

    [Theory]
    [InlineData("text/xml", "utf-8")]
    [InlineData("text/xml", "utf-16")]
    [InlineData("text/xml", "iso-8859-1")]
    [InlineData("application/soap+xml", "utf-8")]
    public async Task A_message_is_read_in_the_character_set_that_it_names(string type, string charset)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);
        var content = new StringContent(Envelope(Create("Zoë")), Encoding.GetEncoding(charset), type);

        await session.SendAsync(content);

        Assert.Equal("Zoë", Assert.Single(litware.Backend.Items).Subject);
    }

    [Theory]
    [InlineData("application/json", "utf-8")]
    [InlineData("application/x-www-form-urlencoded", "utf-8")]
    [InlineData("text/xml", "ebcdic-of-yore")]
    public async Task What_is_no_xml_is_an_unsupported_type(string type, string charset)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Envelope(GetInbox)));
        content.Headers.TryAddWithoutValidation("Content-Type", $"{type}; charset={charset}");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await new EwsSession(litware).SendAsync(content)).Status);
    }

    [Fact]
    public async Task Clients_that_take_gzip_get_it()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await new EwsSession(litware).SendAsync(
            new StringContent(Envelope(GetInbox.Replace("Default", "AllProperties", StringComparison.Ordinal)), Encoding.UTF8, "text/xml"),
            request => request.Headers.AcceptEncoding.ParseAdd("gzip, deflate"));

        using var unpacked = new StreamReader(new GZipStream(new MemoryStream(response.Body.ToArray()), CompressionMode.Decompress));
        Assert.Contains("Inbox", await unpacked.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chunked_messages_that_expect_to_be_continued_are_taken()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await new EwsSession(litware).SendAsync(new StringContent(Envelope(GetInbox), Encoding.UTF8, "text/xml"), request =>
        {
            request.Headers.TransferEncodingChunked = true;
            request.Headers.ExpectContinue = true;
        });

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_answered_not_cut_off()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await new EwsSession(litware).SendAsync(new StringContent(new string(' ', 3 * 1024 * 1024), Encoding.UTF8, "text/xml"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.Status);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    public async Task Other_methods_get_a_page_or_nothing(string method, HttpStatusCode status)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await new EwsSession(litware).SendAsync(new StringContent(""), request => request.Method = new HttpMethod(method));

        Assert.Equal(status, response.Status);
        Assert.Equal(method == "HEAD", response.Body.IsEmpty);
    }

    [Theory]
    [InlineData("Exchange2007")]
    [InlineData("Exchange2007_SP1")]
    [InlineData("Exchange2010_SP2")]
    [InlineData("Exchange2013_SP1")]
    [InlineData("Exchange2016")]
    public async Task Every_version_of_the_service_is_spoken_and_answered_with_our_own(string version)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await new EwsSession(litware).SendAsync(
            new StringContent(Envelope(GetInbox, $"<t:RequestServerVersion Version=\"{version}\"/>"), Encoding.UTF8, "text/xml"));

        Assert.Equal("V2_23", Parse(response).Descendants(T + "ServerVersionInfo").Single().Attribute("Version")?.Value);
        Assert.Equal("NoError", Parse(response).Descendants(M + "ResponseCode").Single().Value);
    }

    [Theory]
    [InlineData("<m:GetRoomLists/>", "", "ErrorInvalidRequest", "GetFolder")]
    [InlineData("<GetFolder/>", "", "ErrorInvalidRequest", "does not emulate")]
    [InlineData(GetInbox, "<t:RequestServerVersion Version=\"Exchange1895\"/>", "ErrorInvalidServerVersion", "version")]
    [InlineData(GetInbox, "<t:RequestServerVersion/>", "ErrorSchemaValidation", "'Version'")]
    [InlineData("<m:GetFolder/>", "", "ErrorSchemaValidation", "'FolderIds'")]
    [InlineData("<m:GetFolder><m:FolderShape><t:BaseShape>Round</t:BaseShape></m:FolderShape><m:FolderIds><t:DistinguishedFolderId Id=\"inbox\"/></m:FolderIds></m:GetFolder>", "", "ErrorSchemaValidation", "BaseShape")]
    [InlineData("<m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI=\"item:Colour\"/></t:AdditionalProperties></m:ItemShape><m:ItemIds><t:ItemId Id=\"a\"/></m:ItemIds></m:GetItem>", "", "ErrorSchemaValidation", "item:Colour")]
    [InlineData("<m:DeleteItem><m:ItemIds><t:ItemId Id=\"a\"/></m:ItemIds></m:DeleteItem>", "", "ErrorSchemaValidation", "DeleteType")]
    [InlineData("<m:FindItem Traversal=\"Sideways\"/>", "", "ErrorSchemaValidation", "Traversal")]
    [InlineData("<m:CreateItem MessageDisposition=\"SaveOnly\"><m:Items><t:Message><t:Body BodyType=\"HTML\"><b>x</b></t:Body></t:Message></m:Items></m:CreateItem>", "", "ErrorSchemaValidation", "text only")]
    [InlineData(
        "<m:CreateItem MessageDisposition=\"SaveOnly\"><m:Items><t:Message><t:Colour>x</t:Colour></t:Message></m:Items></m:CreateItem>",
        "",
        "ErrorSchemaValidation",
        "'Colour'")]
    [InlineData(
        "<m:CreateItem MessageDisposition=\"SaveOnly\"><m:Items><t:Message><t:Importance>Very</t:Importance></t:Message></m:Items></m:CreateItem>",
        "",
        "ErrorSchemaValidation",
        "'Very'")]
    public async Task A_request_against_the_schema_is_a_soap_fault_that_says_what_is_wrong(string operation, string header, string code, string text)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var fault = await new EwsSession(litware) { Header = header }.FaultAsync(operation);

        Assert.Equal(code, fault.Code);
        Assert.Contains(text, fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kenmyer@litwareinc.com", "PrimarySmtpAddress", "NoError")]
    [InlineData("sip:kenmyer@litwareinc.com", "PrincipalName", "NoError")]
    [InlineData("nobody@litwareinc.com", "SmtpAddress", "ErrorNonExistentMailbox")]
    public async Task An_application_impersonates_whom_it_names(string name, string kind, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware) { Token = litware.AppToken(), Header = Impersonating(kind, name) };

        Assert.Equal([code], await session.CodesAsync(GetInbox));
    }

    [Fact]
    public async Task Nobody_impersonates_without_the_role_and_no_user_another()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with { LinkedAccount = null });
        litware.AddMailbox("sip:pilar@litwareinc.com", "pilar@litwareinc.com");

        var user = new EwsSession(litware) { Header = Impersonating("SmtpAddress", "pilar@litwareinc.com") };

        Assert.Equal(["ErrorImpersonateUserDenied"], await user.CodesAsync(GetInbox));
    }

    [Theory]
    [InlineData("kenmyer@litwareinc.com", "NoError", "kenmyer@litwareinc.com")]
    [InlineData("smtp:kenmyer@litwareinc.com", "NoError", "kenmyer@litwareinc.com")]
    [InlineData("nobody", "ErrorNameResolutionNoResults", null)]
    public async Task Names_resolve_to_mailboxes(string entry, string code, string? address)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var message = Assert.Single(await new EwsSession(litware).CallAsync(
            $"<m:ResolveNames ReturnFullContactData=\"false\"><m:UnresolvedEntry>{entry}</m:UnresolvedEntry></m:ResolveNames>"));

        Assert.Equal((code, address), (message.Element(M + "ResponseCode")!.Value, message.Descendants(T + "EmailAddress").SingleOrDefault()?.Value));
    }

    private static string Impersonating(string kind, string name) =>
        $"<t:ExchangeImpersonation><t:ConnectingSID><t:{kind}>{name}</t:{kind}></t:ConnectingSID></t:ExchangeImpersonation>";

    private static string Create(string subject) =>
        $"<m:CreateItem MessageDisposition=\"SaveOnly\"><m:Items><t:Message><t:Subject>{subject}</t:Subject></t:Message></m:Items></m:CreateItem>";
}
