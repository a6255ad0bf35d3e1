using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Network;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>Speaks raw SOAP to the embedded Exchange, as Ken.</summary>
internal sealed class EwsSession(EmulatedEstate litware)
{
    public static readonly XNamespace M = "http://schemas.microsoft.com/exchange/services/2006/messages";
    public static readonly XNamespace T = "http://schemas.microsoft.com/exchange/services/2006/types";

    private static readonly Uri Ews = Litware.Url(Litware.Exchange, "/EWS/Exchange.asmx");

    /// <summary>Whose token is presented.</summary>
    public string Token { get; init; } = litware.TokenForKen();

    /// <summary>What stands in the SOAP header.</summary>
    public string Header { get; set; } = "<t:RequestServerVersion Version=\"Exchange2013\"/>";

    public static string Envelope(string operation, string header = "") =>
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\" "
        + $"xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"><s:Header>{header}</s:Header><s:Body>{operation}</s:Body></s:Envelope>";

    /// <summary>The response messages of an operation.</summary>
    public async Task<List<XElement>> CallAsync(string operation)
    {
        var response = await SendAsync(new StringContent(Envelope(operation, Header), Encoding.UTF8, "text/xml"));
        Assert.Equal(HttpStatusCode.OK, response.Status);
        return Parse(response).Descendants(M + "ResponseMessages").Single().Elements().ToList();
    }

    /// <summary>The response codes of an operation.</summary>
    public async Task<string[]> CodesAsync(string operation) =>
        [.. (await CallAsync(operation)).Select(message => message.Element(M + "ResponseCode")!.Value)];

    /// <summary>The code and the text of the SOAP fault that a request ends in.</summary>
    public async Task<(string Code, string Text)> FaultAsync(string operation)
    {
        var response = await SendAsync(new StringContent(Envelope(operation, Header), Encoding.UTF8, "text/xml"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        return (Parse(response).Descendants().Single(element => element.Name.LocalName == "ResponseCode").Value, Parse(response).Descendants("faultstring").Single().Value);
    }

    /// <summary>The id of a new item in a folder.</summary>
    public async Task<string> CreateAsync(string folder, string content)
    {
        var message = Assert.Single(await CallAsync(
            $"<m:CreateItem MessageDisposition=\"SaveOnly\"><m:SavedItemFolderId><t:DistinguishedFolderId Id=\"{folder}\"/></m:SavedItemFolderId>"
            + $"<m:Items><t:Message>{content}</t:Message></m:Items></m:CreateItem>"));
        Assert.Equal("NoError", message.Element(M + "ResponseCode")!.Value);
        return message.Descendants(T + "ItemId").Single().Attribute("Id")!.Value;
    }

    /// <summary>An item, as a shape shows it.</summary>
    public async Task<XElement> GetAsync(string id, string shape = "<t:BaseShape>AllProperties</t:BaseShape>") => (await CallAsync(
        $"<m:GetItem><m:ItemShape>{shape}</m:ItemShape><m:ItemIds><t:ItemId Id=\"{id}\"/></m:ItemIds></m:GetItem>")).Single().Element(M + "Items")!.Elements().Single();

    /// <summary>The subjects of what a search of the inbox finds.</summary>
    public async Task<string[]> FindAsync(string restriction, string order = "", string view = "")
    {
        var shape = "<t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI=\"item:Subject\"/></t:AdditionalProperties>";
        var message = Assert.Single(await CallAsync(
            $"<m:FindItem Traversal=\"Shallow\"><m:ItemShape>{shape}</m:ItemShape>{view}{restriction}{order}"
            + "<m:ParentFolderIds><t:DistinguishedFolderId Id=\"inbox\"/></m:ParentFolderIds></m:FindItem>"));
        Assert.Equal("NoError", message.Element(M + "ResponseCode")!.Value);
        return [.. message.Descendants(T + "Subject").Select(subject => subject.Value)];
    }

    public Task<NetworkResponse> SendAsync(HttpContent content, Action<HttpRequestMessage>? change = null) => litware.Hosts.Network.SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Ews) { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            change?.Invoke(request);
            return request;
        },
        false,
        EmulatedEstate.Forever);

    public static XDocument Parse(NetworkResponse response) => XDocument.Parse(Encoding.UTF8.GetString(response.Body.Span));
}
