using PartnerTrust.Deployment;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>Row 14 of pulumi-protocol.md 8.1: every resource of the table under every option that an engine obeys.</summary>
public sealed class ResourceOptionTests : IAsyncLifetime
{
    private readonly DeployedStack stack = new();

    public static TheoryData<string> Resources => [.. LifecycleTable.Rows.Select(row => row.Type)];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_change_that_is_ignored_shows_nothing(string type)
    {
        var row = await UpAsync(type);

        LifecycleTests.AssertNothing(await stack.UpAsync(
            row.Declare(row.Changed.Program, options => options.IgnoreChanges.Add(row.Changed.Path))));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_change_that_the_program_wants_replaced_is_replaced_in_the_safe_order(string type)
    {
        var row = await UpAsync(type);

        var replaced = await stack.UpAsync(row.Declare(row.Changed.Program, options => options.ReplaceOnChanges.Add(row.Changed.Path)));

        Assert.True(replaced.Succeeded, stack.Output);
        LifecycleTests.AssertReplaced(replaced);
        Assert.True(!row.CanBeGone || await IsThereAsync(row));
        LifecycleTests.AssertNothing(await stack.RefreshAsync());
        LifecycleTests.AssertNothing(await stack.PreviewAsync(
            row.Declare(row.Changed.Program, options => options.ReplaceOnChanges.Add(row.Changed.Path))));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task What_is_protected_is_neither_deleted_nor_replaced(string type)
    {
        static void Protect(RegisterResourceRequest options) => options.Protect = true;
        var row = await UpAsync(type, Protect);

        var dropped = await stack.UpAsync(row.DeclareOthers());
        var replaced = await stack.UpAsync(row.Declare(row.Replaced.Program, Protect));
        var destroyed = await stack.DestroyAsync();

        Assert.All([dropped, replaced, destroyed], result => Assert.False(result.Succeeded));
        Assert.NotNull(InState(LifecycleRow.Name));
        LifecycleTests.AssertNothing(await stack.RefreshAsync());
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task What_is_retained_only_leaves_the_state(string type)
    {
        var row = await UpAsync(type, options => options.RetainOnDelete = true);

        var dropped = await stack.UpAsync(row.DeclareOthers());

        Assert.True(dropped.Succeeded, stack.Output);
        Assert.Null(InState(LifecycleRow.Name));
        Assert.True(!row.CanBeGone || await IsThereAsync(row));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task What_is_deleted_with_another_is_not_deleted_by_itself(string type)
    {
        var row = LifecycleTable.Rows.Single(row => row.Type == type);
        await AssertDoneAsync(stack.UpAsync(async program =>
        {
            var other = await DeclareCertificateAsync(program);
            await row.Declare(row.Program, options => options.DeletedWith = other.Urn)(program);
        }));

        await AssertDoneAsync(stack.UpAsync(row.DeclareOthers()));

        Assert.Null(InState(LifecycleRow.Name));
        Assert.True(!row.CanBeGone || await IsThereAsync(row));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_renamed_resource_is_the_same_under_its_alias(string type)
    {
        var row = await UpAsync(type);
        var id = InState(LifecycleRow.Name);

        var renamed = await stack.UpAsync(row.Declare(
            row.Program, options => options.Aliases.Add(new Alias { Spec = new() { Name = LifecycleRow.Name } }), "renamed"));

        LifecycleTests.AssertNothing(renamed);
        Assert.Equal(id, InState("renamed"));
        Assert.Null(InState(LifecycleRow.Name));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_custom_timeout_ends_what_takes_longer(string type)
    {
        var row = LifecycleTable.Rows.Single(row => row.Type == type);
        var reached = new TaskCompletionSource();
        stack.EngineFactory = async (_, _, cancellation) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException("The delay has no end.");
        };

        var running = stack.UpAsync(program => program.ResourceAsync(
            PackageTokens.Of(type),
            LifecycleRow.Name,
            options => options.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "2m" },
            [.. row.Program.Select(input => (input.Key, input.Value))]));
        await reached.Task;
        stack.Time.Advance(TimeSpan.FromSeconds(119));
        Assert.False(running.IsCompleted);
        stack.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Contains("PT8003", (await running).Step(LifecycleRow.Name)!.Error, StringComparison.Ordinal);
    }

    private static Task<RegisterResourceResponse> DeclareCertificateAsync(TestStack program) => program.ResourceAsync(
        PackageTokens.Of("CertificateBinding"),
        "other",
        _ => { },
        [.. Programs.Certificate("sp.litwareinc.com").Select(input => (input.Key, input.Value))]);

    private string? InState(string name) =>
        stack.State.SingleOrDefault(resource => Urns.Name(resource!["urn"]!.ToString()) == name)?["id"]!.ToString();

    private async Task<LifecycleRow> UpAsync(string type, Action<RegisterResourceRequest>? options = null)
    {
        var row = LifecycleTable.Rows.Single(row => row.Type == type);
        await AssertDoneAsync(stack.UpAsync(row.Declare(row.Program, options)));
        return row;
    }

    private async Task AssertDoneAsync(Task<DeploymentResult> command) => Assert.True((await command).Succeeded, stack.Output);

    private Task<bool> IsThereAsync(LifecycleRow row) =>
        stack.BesideAsync(plugin => new ManagedResource(plugin, row.Type, "other").IsThereAsync(row.Id!));
}
