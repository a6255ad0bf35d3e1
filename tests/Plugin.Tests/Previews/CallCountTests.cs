using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>What a preview asks of real servers.</summary>
public sealed class CallCountTests
{
    private const int MostCallsOfAServer = 12;

    [SkippableFact]
    public async Task A_preview_of_the_two_way_trust_costs_at_most_twelve_calls_a_server_and_changes_nothing()
    {
        await using var stack = new DeployedStack(EngineKind.PowerShell);
        var servers = (CmdletServers)stack.Servers!;
        var program = StackPrograms.Whole(Programs.LyncPartner());

        await CountAsync();
        Assert.True((await stack.UpAsync(program)).Succeeded, stack.Output);
        servers.TakeCalls();
        await CountAsync();

        async Task CountAsync()
        {
            Assert.True((await stack.PreviewAsync(program)).Succeeded, stack.Output);
            var calls = servers.TakeCalls().Where(run => !StackPrograms.IsOpening(run.Call.Cmdlet)).ToList();
            Assert.All(calls, run => Assert.StartsWith("Get-", run.Call.Cmdlet, StringComparison.Ordinal));
            Assert.All(calls.CountBy(run => run.Server), server => Assert.InRange(server.Value, 1, MostCallsOfAServer));
        }
    }
}
