using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Testing;

namespace PartnerTrust.CmdletSimulator.Tests.Troubles;

/// <summary>What is to go wrong does, in a real shell.</summary>
public sealed class TroubleTests
{
    private const string Import = "$null = Invoke-There 'Import-Module' @{ Name = 'SkypeForBusiness' }\n";

    private const string Make =
        "'New-CsPartnerApplication' @{ Identity = 'x'; ApplicationTrustLevel = 'Full'; MetadataUrl = 'https://autodiscover.litwareinc.com/autodiscover/metadata/json/1' }";

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_process_dies_before_or_after_the_deed(bool afterDeed)
    {
        await using var played = await StartAsync();
        played.World.Troubles.Expect("New-CsPartnerApplication", Trouble.Kill(afterDeed));
        var run = await played.RunAsync(Litware.Lync, Import + $"Invoke-There {Make}\nWrite-Result 'alive'");

        Assert.Empty(run.Results);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal(afterDeed, await played.Engine.FindPartnerApplicationAsync(Litware.Lync, "x", default) is not null);
    }

    [SkippableFact]
    public async Task A_hanging_cmdlet_is_stopped_and_does_nothing_afterwards()
    {
        await using var played = await StartAsync();
        var hang = played.World.Troubles.Expect("New-CsPartnerApplication", new Hang());
        var run = await played.RunAsync(Litware.Lync, Import + """
            $shell = [powershell]::Create(); $shell.Runspace = $runspace
            $null = $shell.AddCommand('New-CsPartnerApplication').AddParameter('Identity', 'x').AddParameter('ApplicationTrustLevel', 'Full').AddParameter('MetadataUrl', 'https://autodiscover.litwareinc.com/autodiscover/metadata/json/1')
            $running = $shell.BeginInvoke()
            $stopped = $shell.BeginStop($null, $null)
            Write-Result $stopped.AsyncWaitHandle.WaitOne(20000)
            Write-Result (Show-There 'Get-CsSipDomain')
            """);
        hang.Release();

        Assert.Equal(["True", "ok litwareinc.com"], run.Results.Select(result => result.ToString()));
        Assert.Null(await played.Engine.FindPartnerApplicationAsync(Litware.Lync, "x", default));
    }

    [SkippableFact]
    public async Task Errors_noise_prompts_and_lost_connections_are_played_in_order()
    {
        await using var played = await StartAsync();
        var troubles = played.World.Troubles;
        troubles.Expect("Get-CsPool", Trouble.AccessDenied(), nth: 2);
        troubles.Expect("Get-CsComputer", Trouble.Noise("a partial line"));
        troubles.Expect("Get-CsComputer", Trouble.Noise(new string('x', 300_000), toErrors: true), nth: 2);
        troubles.Expect("Get-CsSipDomain", Trouble.Prompt());
        troubles.Expect("Get-CsSipDomain", Trouble.DropPipe(), nth: 2);
        troubles.Expect("Get-CsSipDomain", Trouble.Beside(true, new PlayedRecord.Warning("w"), new PlayedRecord.Information("i")), nth: 3);
        var run = await played.RunAsync(Litware.Lync, Import + """
            Write-Result (Show-There 'Get-CsPool')
            Write-Result (Invoke-There 'Get-CsPool').Errors[0].Reason
            Write-Result (Show-There 'Get-CsComputer')
            Write-Result (Show-There 'Get-CsComputer')
            Write-Result (Invoke-There 'Get-CsSipDomain').Errors[0].Reason
            Write-Result (Invoke-There 'Get-CsSipDomain').Errors[0].Reason
            Write-Result (Invoke-There 'Get-CsSipDomain').Warnings[0]
            """);

        var lync = $"ok {Litware.Lync}";
        Assert.Contains("a partial line", run.Output, StringComparison.Ordinal);
        Assert.Contains(new string('x', 300_000), run.Errors, StringComparison.Ordinal);
        var results = run.Output.Replace("a partial line", "", StringComparison.Ordinal).Split('\n')
            .Where(line => line.StartsWith("@@", StringComparison.Ordinal)).Select(line => line[2..].Trim('"', '\r'));
        Assert.Equal([lync, "SecurityException", lync, lync, "HostException", "IOException", "w"], results);
    }

    [SkippableFact]
    public async Task A_cmdlet_that_blocks_is_ended_with_its_process_alone()
    {
        await using var played = await StartAsync();
        played.World.Troubles.Expect("Get-CsPool", Trouble.Block(afterDeed: true));
        var run = await played.RunAsync(Litware.Lync, Import + """
            $shell = [powershell]::Create(); $shell.Runspace = $runspace
            $running = $shell.AddCommand('Get-CsPool').BeginInvoke()
            Write-Result $running.AsyncWaitHandle.WaitOne(1000)
            $stopped = $shell.BeginStop($null, $null)
            Write-Result $stopped.AsyncWaitHandle.WaitOne(500)
            [Environment]::Exit(4)
            """);

        Assert.Equal([false, false], run.Results.Select(result => (bool)result));
        Assert.Equal(4, run.ExitCode);
    }

    [SkippableFact]
    public async Task The_server_ends_while_a_call_hangs()
    {
        var played = await StartAsync();
        var hang = played.World.Troubles.Expect("Get-CsPool", new Hang());
        var running = played.RunAsync(Litware.Lync, Import + "Write-Result (Invoke-There 'Get-CsPool').Errors[0].Reason");
        await hang.Reached;
        await played.DisposeAsync();

        Assert.Equal("IOException", (string?)(await running).Result);
    }

    private static Task<PlayedServers> StartAsync()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        return PlayedServers.StartAsync();
    }
}
