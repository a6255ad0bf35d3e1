namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>What a message of the PowerShell engine says is to be done is done, in the settings or by a person on the servers; then the same
/// succeeds, and nothing is told any more.</summary>
public sealed class RemedyTests
{
    public static TheoryData<ShellRemedy> All => [.. RemedyTable.All];

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Following_it_ends_what_it_is_for(ShellRemedy remedy)
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        await using var plight = await remedy.SetAsync();

        var told = await plight.TellAsync();
        Assert.True(told.Any(fault => fault.Code == remedy.Number), $"Told is {string.Join('\n', told)}");
        Assert.Contains(remedy.Words, told.First(fault => fault.Code == remedy.Number).Remedy, StringComparison.Ordinal);

        await plight.FollowAsync();
        Assert.Equal([], await plight.TellAsync());
    }
}
