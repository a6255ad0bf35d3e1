using YamlDotNet.RepresentationModel;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>The YAML examples, member by member against the schema.</summary>
public sealed class YamlExampleTests
{
    public static TheoryData<SchemaExample> Examples { get; } = new(SchemaExample.In("yaml"));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_names_only_what_there_is_and_all_that_is_required(SchemaExample example) =>
        Assert.Empty(new YamlProgram(Parse(example.Code)).Mistakes());

    [Theory]
    [InlineData("type: partnertrust:Mailbox", "there is no resource")]
    [InlineData("type: partnertrust:TwoWayTrust", "is required")]
    [InlineData("type: partnertrust:OAuthConfiguration\n    properties: { server: a.b, realms: x }", "there is no property")]
    [InlineData("type: partnertrust:OAuthConfiguration\n    properties: { server: { a: b } }", "a scalar is expected")]
    [InlineData(
        "type: partnertrust:OAuthConfiguration\n    properties: { server: a.b, exchangeAutodiscoverAllowedDomains: x }", "a list is expected")]
    [InlineData(
        "type: partnertrust:CertificateBinding\n    properties: { server: a.b, source: { thumbprint: x }, effectiveDate: 2027-01-15T00:00:00Z }",
        "needs quotes")]
    [InlineData("type: partnertrust:PartnerApplication\n    properties: { server: a.b, trustLevel: Half }", "is none of the values")]
    [InlineData("type: partnertrust:AuthMetadataEndpoint\n    properties: { server: '${other.url}' }", "there is no other.url")]
    [InlineData("type: partnertrust:AuthMetadataEndpoint\n    properties: { server: '${r.colour}' }", "there is no r.colour")]
    public void A_mistake_is_seen(string resource, string mistake) => Assert.Contains(
        new YamlProgram(Parse($"resources:\n  r:\n    {resource}\n")).Mistakes(),
        found => found.Contains(mistake, StringComparison.Ordinal));

    private static YamlMappingNode Parse(string code)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(code));
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }
}
