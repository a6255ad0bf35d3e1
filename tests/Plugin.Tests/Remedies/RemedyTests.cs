using PartnerTrust.Plugin.Tests.Situations;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>What a message says is to be done is done, in the program or by a person on the servers, and then it is told no more.</summary>
public sealed class RemedyTests
{
    public static TheoryData<Remedy> All => [.. RemedyTable.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Following_it_ends_what_it_is_for(Remedy remedy)
    {
        await using var stack = new SituationStack((remedy.Before ?? remedy.Wrong).ToString());
        if (remedy.Before is not null)
        {
            Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        }

        await (remedy.Damage?.Invoke(stack) ?? Task.CompletedTask);
        stack.Rewrite(_ => remedy.Wrong.ToString());
        var (_, told) = await TellAsync(stack, remedy.ToldBy);
        Assert.True(told.Contains(remedy.Number, StringComparison.Ordinal), told);
        Assert.True(Sentences(told, remedy.Number).Any(sentence => sentence.Contains(remedy.Words, StringComparison.Ordinal)), told);

        stack.Rewrite(_ => remedy.Right.ToString());
        await (remedy.Act?.Invoke(stack) ?? Task.CompletedTask);
        if (remedy.Refreshes)
        {
            Assert.True((await stack.RefreshAsync()).Succeeded, stack.Output);
        }

        var (succeeded, after) = await TellAsync(stack, remedy.ToldBy);
        Assert.False(after.Contains(remedy.Number, StringComparison.Ordinal), after);
        Assert.True(succeeded, after);
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        Assert.DoesNotContain(remedy.Number, stack.Output, StringComparison.Ordinal);
    }

    private static async Task<(bool Succeeded, string Text)> TellAsync(SituationStack stack, RemedyCommand command)
    {
        var result = await (command switch
        {
            RemedyCommand.Preview => stack.PreviewAsync(),
            RemedyCommand.Refresh => stack.RefreshAsync(),
            _ => stack.UpAsync(),
        });
        return (result.Succeeded, command == RemedyCommand.Status ? await stack.StatusAsync() : stack.Output);
    }

    /// <summary>From each place of the number to the end of its paragraph.</summary>
    private static IEnumerable<string> Sentences(string text, string number) => text.Split(number).Skip(1).Select(rest => rest.Split("\n\n")[0]);
}
