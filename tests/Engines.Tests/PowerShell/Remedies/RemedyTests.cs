using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>What a message of the PowerShell engine says is to be done is done, in the settings or by a person on the servers; then the same
/// succeeds, and nothing is told any more.</summary>
public abstract class RemedyTests(SharedShell usual) : IClassFixture<SharedShell>
{
    protected async Task AssertEndsAsync(ShellRemedy remedy)
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        await using var plight = await remedy.SetAsync(usual);

        var told = await plight.TellAsync();
        var fault = told.FirstOrDefault(fault => fault.Code == remedy.Number);
        Assert.True(fault is not null, $"Told is: {string.Join('\n', told)}");
        Assert.Contains(remedy.Words, fault.Remedy, StringComparison.Ordinal);

        await plight.FollowAsync();
        Assert.Equal([], await plight.TellAsync());
    }
}
