using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>Two resources of one program that are about the same thing undo one another in every update.</summary>
public sealed class DeclaredTwiceTests : IAsyncLifetime
{
    private readonly DeployedStack stack = new();

    public static TheoryData<string, string> OneOfAKind => new()
    {
        { "CertificateBinding", PluginUnderTest.Lync },
        { "OAuthConfiguration", PluginUnderTest.Lync },
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [Theory]
    [MemberData(nameof(OneOfAKind))]
    public async Task The_second_is_warned_about_in_previews_and_updates(string type, string server)
    {
        Task Both(TestStack program) => DeclareAsync(program, type, server, "first", "second");

        await stack.PreviewAsync(Both);
        AssertWarned(type);
        await stack.UpAsync(Both);
        AssertWarned(type);
        await stack.UpAsync(Both);
        AssertWarned(type);
    }

    [Theory]
    [MemberData(nameof(OneOfAKind))]
    public async Task A_resource_under_another_name_is_not_the_second_of_its_kind(string type, string server)
    {
        await stack.UpAsync(program => DeclareAsync(program, type, server, "first"));

        await stack.UpAsync(program => DeclareAsync(program, type, server, "second"));

        Assert.DoesNotContain("PT1035", stack.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OneOfAKind))]
    public async Task A_replacement_and_a_second_server_are_no_second_of_their_kind(string type, string server)
    {
        await stack.UpAsync(program => DeclareAsync(program, type, server, "first"));

        await stack.UpAsync(async program =>
        {
            await DeclareAsync(program, type, PluginUnderTest.SecondLync, "first");
            await DeclareAsync(program, type, server, "second");
        });

        Assert.DoesNotContain("PT1035", stack.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_are_the_same_whatever_the_case_of_their_names_and_documents_at_one_URL_are()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(plugin, "PartnerApplication", "first").CheckedAsync(Programs.Partner());
        await new ManagedResource(plugin, "PartnerApplication", "second").CheckedAsync(Programs.Partner().Set("name", "EXCHANGE"));
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "third").CheckedAsync(Programs.Endpoint(PluginUnderTest.Lync));
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "fourth").CheckedAsync(
            Programs.Endpoint(PluginUnderTest.Lync).Set("url", "https://ATL-CS-001.litwareinc.com:443/metadata/json/1"));

        Assert.Collection(
            plugin.Engine.Warnings,
            warning => Assert.StartsWith(
                "PT1035: The PartnerApplication \"second\" manages the same thing as \"first\".", warning, StringComparison.Ordinal),
            warning => Assert.StartsWith("PT1035: The AuthMetadataEndpoint \"fourth\" manages the same thing as \"third\".", warning, StringComparison.Ordinal));
    }

    private void AssertWarned(string type) =>
        Assert.Contains($"warning: PT1035: The {type} \"second\" manages the same thing as \"first\".", stack.Output, StringComparison.Ordinal);

    private static async Task DeclareAsync(TestStack program, string type, string server, params string[] names)
    {
        var inputs = type == "CertificateBinding" ? Programs.Certificate(server) : Programs.OAuth().Set("server", server);
        var before = new List<string>();
        foreach (var name in names)
        {
            var registered = await program.ResourceAsync(
                PackageTokens.Of(type),
                name,
                request => request.Dependencies.AddRange(before),
                [.. inputs.Select(input => (input.Key, input.Value))]);
            before.Add(registered.Urn);
        }
    }
}
