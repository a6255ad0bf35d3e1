using PartnerTrust.Plugin.StackFiles;
using PartnerTrust.Plugin.Tests.Situations;

namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>Installations as people run them: what the stack's state tells is what the servers hold.</summary>
public sealed class WholeStackTests
{
    public static TheoryData<Situation> All => [.. SituationTable.All.Where(situation => situation.Refusal is null)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_state_tells_what_the_servers_hold(Situation situation)
    {
        await using var stack = new SituationStack(situation.Program);
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);

        Verdicts.AreAlike(await stack.ReadStateAsync(), FileStack.Read(stack).State, stack.Time.GetUtcNow());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_first_preview_says_nothing_that_the_update_finds_otherwise(Situation situation)
    {
        await using var stack = new SituationStack(situation.Program);
        var preview = FileStack.PreviewOf(await stack.PreviewAsync(), PreviewForm.WithOutputs);
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);

        var change = Assert.Single(StackChange.Of(null, FileStack.WithSettings(preview, stack), stack.Time.GetUtcNow()));

        Assert.Null(change.Before);
        Verdicts.AreAlike(await stack.ReadStateAsync(), change.After!.State, stack.Time.GetUtcNow());
    }
}
