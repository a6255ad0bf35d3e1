using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PartnerTrust.Emulator.Tests.Fixtures;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>Clients that make their calls out of the service's description find one, and what they make of it is valid.</summary>
public sealed class EwsDescriptionTests
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";

    [Fact]
    public async Task Every_operation_that_is_played_is_described_with_its_action()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var services = XDocument.Parse(await ReadAsync(litware, "Services.wsdl"));
        var names = services.Descendants(Wsdl + "binding").Elements(Wsdl + "operation").Select(operation => operation.Attribute("name")!.Value);

        Assert.Equal(
            ["CreateItem", "DeleteItem", "FindFolder", "FindItem", "GetFolder", "GetItem", "MoveItem", "ResolveNames", "UpdateItem"], names);
    }

    [Fact]
    public async Task Its_schemas_are_sound_and_take_the_requests_of_real_clients()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in (string[])["types.xsd", "messages.xsd"])
        {
            schemas.Add(null, XmlReader.Create(new StringReader(await ReadAsync(litware, file))));
        }

        schemas.Compile();
        var request = XDocument.Parse(
            $"<m:FindItem xmlns:m=\"{EwsSession.M}\" xmlns:t=\"{EwsSession.T}\" Traversal=\"Shallow\"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>"
            + "<m:ParentFolderIds><t:DistinguishedFolderId Id=\"inbox\"/></m:ParentFolderIds></m:FindItem>");

        request.Validate(schemas, null);
    }

    [Fact]
    public async Task It_is_shown_to_callers_with_a_token_alone()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var response = await litware.Hosts.Network.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, Litware.Url(Litware.Exchange, "/EWS/Services.wsdl")), false, EmulatedEstate.Forever);

        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
    }

    private static async Task<string> ReadAsync(EmulatedEstate litware, string file)
    {
        var response = await litware.Hosts.Network.SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, Litware.Url(Litware.Exchange, "/EWS/" + file));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", litware.TokenForKen());
                return request;
            },
            false,
            EmulatedEstate.Forever);
        Assert.Equal(HttpStatusCode.OK, response.Status);
        return Encoding.UTF8.GetString(response.Body.Span);
    }
}
