using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class MockTests
{
    [Fact]
    public async Task A_stack_is_tested_against_mocks()
    {
        var resources = await Deployment.TestAsync<BoxStack>(new Mocks(), new TestOptions { IsPreview = false });
        var box = Assert.Single(resources.OfType<Box>());
        Assert.Equal("mocked a", await OutputUtilities.GetValueAsync(box.Label));
        Assert.Equal("a_id", await OutputUtilities.GetValueAsync(box.Id));
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$shop:index:Box::a", await OutputUtilities.GetValueAsync(box.Urn));
    }

    [Fact]
    public async Task A_delegate_is_tested_with_its_outputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new Mocks(),
            new TestOptions { IsPreview = false },
            () => new Dictionary<string, object?> { ["label"] = new Box("a").Label });
        Assert.Single(resources);
        Assert.Equal("mocked a", await OutputUtilities.GetValueAsync((Output<string>)outputs["label"]!));
    }

    [Fact]
    public async Task What_the_program_gets_wrong_reaches_the_test() =>
        await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new Mocks()));

    [Fact]
    public async Task Two_tests_at_once_do_not_meet()
    {
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Deployment.TestAsync<BoxStack>(new Mocks(), new TestOptions { IsPreview = false })));
        Assert.All(runs, resources => Assert.Single(resources.OfType<Box>()));
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    public sealed class BoxStack : Stack
    {
        public BoxStack() => Label = new Box("a", new BoxArgs { Label = "x" }).Label;

        [Output]
        public Output<string> Label { get; private set; }
    }

    public sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Label { get; private set; } = null!;
    }

    private sealed class Mocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>(($"{args.Name}_id", args.Inputs.SetItem("label", $"mocked {args.Name}")));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
