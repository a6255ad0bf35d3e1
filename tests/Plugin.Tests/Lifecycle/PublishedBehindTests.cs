using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>What an operator does to a published document shows in a plain preview and update, without a refresh and without the engine's having been
/// asked to read first.</summary>
public sealed class PublishedBehindTests : IAsyncLifetime
{
    private readonly DeployedStack stack = new() { ShowsDiff = true };

    public async Task InitializeAsync() => Assert.True((await stack.UpAsync(DeclareAsync)).Succeeded, stack.Output);

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [Fact]
    public async Task A_rolled_key_shows_at_the_document_and_at_who_follows_its_fingerprint()
    {
        LifecycleTests.AssertNothing(await stack.PreviewAsync(DeclareAsync));
        await stack.Operator.RollCertificateAsync(PluginUnderTest.Exchange);

        var preview = await stack.PreviewAsync(DeclareAsync);
        AssertShown(preview);
        AssertShown(await stack.UpAsync(DeclareAsync));

        Assert.DoesNotContain(ChangeText.Of(preview.Step("document")!), line => line.StartsWith('-'));
        LifecycleTests.AssertNothing(await stack.PreviewAsync(DeclareAsync));
        Assert.Equal(["certificate"], (await stack.RefreshAsync()).Changes.Select(step => step.Name));
    }

    [Fact]
    public async Task A_withdrawn_document_shows_and_is_published_again()
    {
        await stack.BesideAsync(async plugin =>
        {
            await plugin.DeleteBehindAsync("AuthMetadataEndpoint", Programs.ExchangeUrl);
            return true;
        });

        Assert.Equal(["fingerprint"], (await stack.UpAsync(DeclareAsync)).Step("document")!.Changes.Keys);

        Assert.True(
            await stack.BesideAsync(plugin => new ManagedResource(plugin, "AuthMetadataEndpoint", "seen").IsThereAsync(Programs.ExchangeUrl)));
        LifecycleTests.AssertNothing(await stack.PreviewAsync(DeclareAsync));
    }

    [Fact]
    public void The_engine_is_asked_to_read_nothing_first() => Assert.DoesNotContain(
        stack.State, resource => resource!["refreshBeforeUpdate"]?.GetValue<bool>() ?? false);

    private static void AssertShown(DeploymentResult result)
    {
        Assert.Equal(
            [("document", StepOperation.Update, "fingerprint"), ("partner", StepOperation.Update, "refreshTrigger")],
            result.Changes.Select(step => (step.Name, step.Operation, string.Join(", ", step.Changes.Keys))));
    }

    private static async Task DeclareAsync(TestStack program)
    {
        var certificate = await RegisterAsync(program, "CertificateBinding", "certificate", Programs.Certificate(PluginUnderTest.Exchange));
        var document = await RegisterAsync(program, "AuthMetadataEndpoint", "document", Programs.Endpoint(PluginUnderTest.Exchange), certificate.Urn);
        var fingerprint = PropertyCodec.Decode(document.Object).GetValueOrDefault("fingerprint", UnknownValue.Text);
        await RegisterAsync(program, "PartnerApplication", "partner", Programs.Partner().Set("refreshTrigger", fingerprint), document.Urn);
    }

    private static Task<RegisterResourceResponse> RegisterAsync(
        TestStack program, string type, string name, PropertyMap inputs, params string[] dependencies) => program.ResourceAsync(
        PackageTokens.Of(type), name, request => request.Dependencies.AddRange(dependencies), [.. inputs.Select(input => (input.Key, input.Value))]);
}
