namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>Installations as people run them, judged as they are: the preview says what the update finds, nothing is left to do afterwards, and
/// nothing is called wrong that is right. Each has a check in its program, which calls over the network with a signed token.</summary>
public sealed class SituationTests
{
    public static TheoryData<Situation> All => [.. SituationTable.All.Where(situation => situation.Refusal is null)];

    public static TheoryData<Situation> Refused => [.. SituationTable.All.Where(situation => situation.Refusal is not null)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_declared_previewed_applied_and_judged(Situation situation)
    {
        await using var stack = new SituationStack(situation.Program);

        var preview = await stack.PreviewAsync();
        Assert.True(preview.Succeeded, stack.Output);
        Assert.True(situation.Warnings == SituationStack.WarningsIn(preview), stack.Output);

        var up = await stack.UpAsync();
        Assert.True(up.Succeeded, stack.Output);
        Assert.True(situation.Warnings == SituationStack.WarningsIn(up), stack.Output);

        var again = await stack.PreviewAsync();
        Assert.True(again.Succeeded && !again.Changes.Any(), stack.Output);
        var refresh = await stack.RefreshAsync();
        Assert.True(refresh.Succeeded && !refresh.Changes.Any(), stack.Output);

        var status = await stack.StatusAsync();
        Assert.True(situation.Findings == SituationStack.FindingsIn(status), status);
        Assert.All(situation.Shown, shown => Assert.Contains(shown, status, StringComparison.Ordinal));

        Assert.True((await stack.DestroyAsync()).Succeeded, stack.Output);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Is_refused_by_the_update_as_the_preview_tells(Situation situation)
    {
        await using var stack = new SituationStack(situation.Program);

        await stack.PreviewAsync();
        Assert.Contains(situation.Refusal!, stack.Output, StringComparison.Ordinal);

        Assert.False((await stack.UpAsync()).Succeeded, stack.Output);
        Assert.Contains(situation.Refusal!, stack.Output, StringComparison.Ordinal);
    }
}
