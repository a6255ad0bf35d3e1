using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Planning;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Planning;

/// <summary>What the CLI tells beside what it lets the provider plan.</summary>
public sealed class DigestTests
{
    private const string Parent = "urn:pulumi:dev::p::partnertrust:index:TwoWayTrust::trust";
    private const string Child = "urn:pulumi:dev::p::partnertrust:index:TwoWayTrust$partnertrust:index:OAuthConfiguration::oauth";
    private const string Stranger = "urn:pulumi:dev::p::partnertrust:index:Unheard::of";

    [Fact]
    public void A_component_is_nothing_that_is_deleted()
    {
        var digest = PreviewDigest.Read($$$"""
            { "steps": [
              { "op": "delete", "urn": "{{{Parent}}}", "oldState": { "custom": false, "id": "" } },
              { "op": "delete", "urn": "{{{Child}}}", "oldState": { "custom": true, "id": "lync", "provider": "urn::1" } } ] }
            """)!;

        Assert.Equal([null, "lync"], digest.Steps.Select(step => step.Old?.Id));
        Assert.Equal(["", "urn::1"], digest.Steps.Select(step => step.Provider));
    }

    [Theory]
    [InlineData(Child, null, "the settings of its provider cannot be read")]
    [InlineData(Child, "[]", "or are refused by now")]
    [InlineData(Stranger, """[{"fqdn": "lync01.litwareinc.com", "product": "LyncServer"}]""", "PT8004")]
    public async Task What_cannot_be_planned_is_said_in_the_plan(string urn, string? servers, string said)
    {
        var environment = new SessionEnvironment(
            PackageSchema.BuiltIn, TimeProvider.System, NullLoggerFactory.Instance, _ => null, Path.GetTempPath());
        var around = new CommandSurroundings(TextWriter.Null, TextWriter.Null, TimeProvider.System, NullLoggerFactory.Instance, _ => null);

        var planned = await new StackPlan(around, environment, EngineOpening.OpenAsync)
            .MakeAsync(new Deleting(urn, servers), CancellationToken.None);

        Assert.Contains("(delete): runs no cmdlet", planned.Text, StringComparison.Ordinal);
        Assert.Contains(said, planned.Text, StringComparison.Ordinal);
    }

    private sealed class Deleting(string urn, string? servers) : IPulumi
    {
        public Task<PreviewDigest> PreviewAsync(int port, CancellationToken cancellationToken) => Task.FromResult(PreviewDigest.Read($$$"""
            { "steps": [ { "op": "delete", "urn": "{{{urn}}}", "provider": "urn::1", "oldState": { "custom": true, "id": "lync" } } ] }
            """)!);

        public Task<PropertyMap?> FindProviderAsync(string reference, CancellationToken cancellationToken) => Task.FromResult<PropertyMap?>(
            servers is null ? null : PropertyMap.Of(("servers", servers)));
    }
}
