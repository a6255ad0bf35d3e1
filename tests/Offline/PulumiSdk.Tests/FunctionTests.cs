using PartnerTrust.Protocol.Properties;
using Pulumi.Utilities;

namespace Pulumi.Tests;

[Collection(EngineFixture.Name)]
public sealed class FunctionTests : IAsyncLifetime
{
    private FakeEngine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await FakeEngine.StartAsync();
        engine.InvokeAnswer = _ => PropertyMap.Of(("code", "c"), ("note", new SecretValue("n")));
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task A_plain_call_answers_with_the_object()
    {
        Seal? seal = null;
        await RunAsync(async () => seal = await Deployment.Instance.InvokeAsync<Seal>("shop:index:getSeal", new GetSealArgs { Label = "l" }));
        Assert.Equal(("c", "n"), (seal!.Code, seal.Note));
        Assert.Equal(PropertyMap.Of(("label", "l")), PropertyCodec.Decode(Assert.Single(engine.Invokes).Args));
    }

    [Fact]
    public async Task An_output_call_carries_secretness_and_dependencies()
    {
        Output<Seal>? seal = null;
        await RunAsync(() => seal = Deployment.Instance.Invoke<Seal>(
            "shop:index:getSeal", new GetSealArgs { Label = new Box("a", new BoxArgs { Label = "x" }).Label }));
        Assert.True(await Output.IsSecretAsync(seal!));
        Assert.Equal("a", Assert.Single(await OutputUtilities.GetDependenciesAsync(seal!)).GetResourceName());
    }

    [Fact]
    public async Task Nothing_is_called_while_an_argument_is_unknown()
    {
        engine.Preview = true;
        Output<Seal>? seal = null;
        await RunAsync(() => seal = Deployment.Instance.Invoke<Seal>("shop:index:getSeal", new GetSealArgs { Label = new Box("a").Id }));
        Assert.False(await OutputUtilities.GetIsKnownAsync(seal!));
        Assert.Empty(engine.Invokes);
    }

    [Fact]
    public async Task Nothing_is_called_before_the_resources_it_waits_for_exist()
    {
        engine.Preview = true;
        Output<Seal>? seal = null;
        await RunAsync(() => seal = Deployment.Instance.Invoke<Seal>(
            "shop:index:getSeal", new GetSealArgs { Label = "l" }, new InvokeOutputOptions { DependsOn = { new Box("a") } }));
        Assert.False(await OutputUtilities.GetIsKnownAsync(seal!));
        Assert.Empty(engine.Invokes);
    }

    private async Task RunAsync(Func<Task> program) => Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(program)));

    private async Task RunAsync(Action program) => Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(program)));

    public sealed class GetSealArgs : InvokeArgs
    {
        [Input("label", required: true)]
        public Input<string> Label { get; set; } = null!;
    }
}
