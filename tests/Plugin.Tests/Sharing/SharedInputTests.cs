using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Sharing;

/// <summary>What the program declares, for resources of whatever provider.</summary>
public sealed class SharedInputTests
{
    private const string Urn = "urn:pulumi:dev::trust::partnertrust:index:OAuthConfiguration::oauth";

    private readonly Board board = new();
    private readonly OAuthConfigurationResource type = new();

    [Fact]
    public void What_another_session_declares_is_known_and_what_this_one_declares_comes_first()
    {
        board.Post($"OAuthConfiguration {PluginUnderTest.Lync}", "contoso.com");
        var declarations = new Declarations(() => board);

        Assert.Equal("contoso.com", RealmIn(declarations));

        declarations.Declare(type, Urn, Programs.OAuth().Set("realm", "litwareinc.com"));

        Assert.Equal("litwareinc.com", RealmIn(declarations));
    }

    [Fact]
    public void Who_publishes_at_a_url_is_told_to_the_others()
    {
        const string Url = "https://lyncweb.litwareinc.com/metadata/json/1";
        new Declarations(() => board).Declare(
            new AuthMetadataEndpointResource(),
            "urn:pulumi:dev::trust::partnertrust:index:AuthMetadataEndpoint::endpoint",
            Programs.Endpoint(PluginUnderTest.Lync).Set("url", Url));

        Assert.Equal(PluginUnderTest.Lync, new Declarations(() => board).SharedInputOf(AuthMetadataEndpointResource.TypeName, Url));
    }

    [Fact]
    public void What_is_secret_is_told_to_nobody()
    {
        var declarations = new Declarations(() => board);

        declarations.Declare(type, Urn, Programs.OAuth().Set("realm", ((PropertyValue)"litwareinc.com").AsSecret()));

        Assert.Empty(board.Posted);
        Assert.Equal("litwareinc.com", RealmIn(declarations));
    }

    [Fact]
    public void A_realm_that_is_not_known_yet_is_not_what_somebody_else_says_of_it()
    {
        board.Post($"OAuthConfiguration {PluginUnderTest.Lync}", "contoso.com");
        var declarations = new Declarations(() => board);

        declarations.Declare(type, Urn, Programs.OAuth().Set("realm", UnknownValue.Text));

        Assert.Null(RealmIn(declarations));
    }

    private static string? RealmIn(Declarations declarations) =>
        declarations.SharedInputOf(OAuthConfigurationResource.TypeName, PluginUnderTest.Lync);

    private sealed class Board : INoticeBoard
    {
        public Dictionary<string, string> Posted { get; } = new(StringComparer.OrdinalIgnoreCase);

        public void Post(string topic, string text) => Posted[topic] = text;

        public string? Find(string topic) => Posted.GetValueOrDefault(topic);

        public void Dispose()
        {
        }
    }
}
