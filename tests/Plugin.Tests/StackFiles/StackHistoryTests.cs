using PartnerTrust.Plugin.StackFiles;
using PartnerTrust.Plugin.Tests.Situations;

namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>Stacks that change: their state tells what the servers hold afterwards, and a preview tells it before.</summary>
public sealed class StackHistoryTests
{
    private const string Call = "lync01.fabrikam.com > ex01.fabrikam.com sip:ann@fabrikam.com";

    public static TheoryData<StackHistory> Histories => [.. StackHistory.All];

    public static TheoryData<StackHistory> Planned => [.. StackHistory.All.Where(history => history.Hands is null)];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task The_state_tells_what_the_servers_hold_now_and_later(StackHistory history)
    {
        await using var stack = await HistoryAsync(history);
        var servers = await stack.ReadStateAsync();

        var told = FileStack.Read(stack).State;

        Assert.Equal(history.Recorded ?? history.Told, Verdicts.Of(told, stack.Time.GetUtcNow())[Call]);
        foreach (var days in new[] { 0, 4, 6, 400, 800 })
        {
            Verdicts.AreAlike(servers, told, stack.Time.GetUtcNow().AddDays(days));
        }
    }

    [Theory]
    [MemberData(nameof(Planned))]
    public async Task A_preview_tells_what_the_servers_will_hold_by_its_inputs_alone_too(StackHistory history)
    {
        await using var stack = await BeginAsync(history);
        stack.Time.Advance(history.Pause);
        var (before, state) = (await stack.ReadStateAsync(), FileStack.StateOf(stack));
        stack.Rewrite(_ => history.After.ToString());
        var preview = await stack.PreviewAsync();
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        var after = await stack.ReadStateAsync();

        foreach (var form in Enum.GetValues<PreviewForm>())
        {
            var change = Assert.Single(StackChange.Of(state, FileStack.PreviewOf(preview, form), stack.Time.GetUtcNow()));

            Verdicts.AreAlike(before, change.Before!.State, stack.Time.GetUtcNow());
            Verdicts.AreAlike(after, change.After!.State, stack.Time.GetUtcNow());
            Assert.Equal(history.Foretold ?? history.Told, Verdicts.Of(change.After.State, stack.Time.GetUtcNow())[Call]);
        }
    }

    private static async Task<SituationStack> HistoryAsync(StackHistory history)
    {
        var stack = await BeginAsync(history);
        stack.Time.Advance(history.Pause);
        stack.Rewrite(_ => history.After.ToString());
        if (history.Hands is { } act)
        {
            await act(stack);
            Assert.True((await stack.RefreshAsync()).Succeeded, stack.Output);
        }
        else
        {
            Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
            Assert.True(!history.NeedsRefresh || (await stack.RefreshAsync()).Succeeded, stack.Output);
        }

        return stack;
    }

    private static async Task<SituationStack> BeginAsync(StackHistory history)
    {
        var stack = new SituationStack((history.First ?? history.Before).ToString());
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        stack.Rewrite(_ => history.Before.ToString());
        Assert.True(history.First is null || (await stack.UpAsync()).Succeeded, stack.Output);
        return stack;
    }
}
