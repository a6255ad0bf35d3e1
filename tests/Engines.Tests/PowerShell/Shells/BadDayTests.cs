using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>What happens to shells in production (powershell.md 5).</summary>
public sealed class BadDayTests(SharedShell shared, HurriedShell hurried) : IClassFixture<SharedShell>, IClassFixture<HurriedShell>
{
    [SkippableFact]
    public async Task A_cmdlet_that_waits_too_long_is_stopped_and_the_session_lives_on()
    {
        var shell = hurried.Shell;
        await shell.RunAsync("Get-Thing");
        var process = shell.Session.ProcessId;

        var answer = await TroubleAsync(shell, "Set-Trouble", "waiting");

        Assert.Equal(CallEnding.TimedOut, answer.Ending);
        await shell.RunAsync("Get-Thing");
        Assert.Equal(process, shell.Session.ProcessId);
    }

    [SkippableFact]
    public async Task A_cmdlet_that_cannot_be_stopped_ends_the_shell_and_the_next_call_opens_another()
    {
        var shell = hurried.Shell;

        var answer = await TroubleAsync(shell, "Set-Trouble", "blocked");

        Assert.Equal(CallEnding.TimedOut, answer.Ending);
        Assert.Null(shell.Session.ProcessId);
        Assert.True((await shell.RunAsync("Get-Thing")).Succeeded);
    }

    [SkippableFact]
    public async Task A_write_that_is_cancelled_says_so_and_the_session_lives_on()
    {
        var shell = shared.Shell;
        await shell.RunAsync("Get-Thing");
        var process = shell.Session.ProcessId;
        using var cancelling = new CancellationTokenSource();
        var started = shell.Combine("started");
        var appears = Appearance.OfAsync(started);
        var running = shell.RunAsync(
            new CmdletCall("Set-Trouble", [new("Kind", new CmdletValue.Text("waiting")), new("Path", new CmdletValue.Text(started))]),
            cancelling.Token);
        await appears;

        await cancelling.CancelAsync();

        Assert.Equal(CallEnding.Cancelled, (await running).Ending);
        await shell.RunAsync("Get-Thing");
        Assert.Equal(process, shell.Session.ProcessId);
    }

    [SkippableFact]
    public async Task A_read_that_is_cancelled_is_not_answered()
    {
        var shell = shared.Shell;
        await shell.RunAsync("Get-Thing");
        using var cancelling = new CancellationTokenSource();
        var running = shell.RunAsync(new CmdletCall("Get-Trouble", [new("Kind", new CmdletValue.Text("waiting"))]), cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [SkippableFact]
    public async Task A_shell_that_was_killed_is_opened_anew_for_the_next_call()
    {
        var shell = shared.Shell;
        await shell.RunAsync("Get-Thing");
        using (var process = Process.GetProcessById(shell.Session.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True((await shell.RunAsync("Get-Thing")).Succeeded);
    }

    [SkippableFact]
    public async Task A_read_is_repeated_once_when_its_answer_is_lost()
    {
        var shell = shared.Shell;
        var answer = await shell.RunAsync("Get-Trouble", ("Kind", new CmdletValue.Text("")), ("Path", new CmdletValue.Text(shell.Combine("once"))));

        Assert.True(answer.Succeeded);
        var fault = Assert.Single((await Assert.ThrowsAsync<FaultException>(() => TroubleAsync(shell, "Get-Trouble", "exit"))).Faults);
        Assert.Equal(("PT8104", FaultKind.Engine), (fault.Code, fault.Kind));
        Assert.Contains("exit code 3", fault.Found, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_write_whose_answer_is_lost_is_not_sent_again()
    {
        var shell = shared.Shell;
        var path = shell.Combine("written");

        var lost = await Assert.ThrowsAsync<FaultException>(
            () => shell.RunAsync("Set-Trouble", ("Kind", new CmdletValue.Text("exit")), ("Path", new CmdletValue.Text(path))));

        Assert.Equal(("PT8104", FaultKind.Unknown), (lost.Faults[0].Code, lost.Faults[0].Kind));
        Assert.Equal("done ", await File.ReadAllTextAsync(path));
    }

    [SkippableFact]
    public async Task Calls_of_one_server_run_one_after_the_other()
    {
        var shell = shared.Shell;

        await shell.RunAsync("Get-Thing");
        var imports = Imports(shell);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => shell.RunAsync(new CmdletCall("Read-Back", [new("Number", new CmdletValue.Number(number))]) { Select = ["Number"] })));

        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"{number}"), answers.Select(answer => answer.Objects[0].Text("Number")));
        Assert.Equal(imports, Imports(shell));
    }

    [SkippableFact]
    public async Task No_shell_outlives_the_session()
    {
        int process;
        await using (var shell = new ShellUnderTest())
        {
            await shell.RunAsync("Get-Thing");
            process = shell.Session.ProcessId!.Value;
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));
    }

    [Theory]
    [InlineData("PT8100", "no-such-program-anywhere")]
    [InlineData("PT8101", "false")]
    [InlineData("PT8101", "echo", "hello")]
    public async Task A_command_line_that_leads_to_no_PowerShell_is_told_at_once(string code, params string[] line)
    {
        await using var shell = new ShellUnderTest(line);

        var refused = await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"));

        Assert.Equal((code, FaultKind.Engine), (refused.Faults[0].Code, refused.Faults[0].Kind));
    }

    [Fact]
    public async Task A_program_that_never_answers_is_ended_at_the_limit()
    {
        var limits = Timeouts.Usual with { Open = TimeSpan.FromMilliseconds(300) };
        await using var shell = new ShellUnderTest(["sh", "-c", "sleep 60"], limits);

        var refused = await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"));

        Assert.Equal("PT8102", refused.Faults[0].Code);
        Assert.Null(shell.Session.ProcessId);
    }

    [SkippableFact]
    public async Task A_command_line_that_takes_part_in_what_is_sent_to_the_shell_is_found_out()
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        await using var shell = new ShellUnderTest(["sh", "-c", $"head -c 4 > /dev/null; exec {string.Join(' ', RealPowerShell.Line)} \"$@\"", "sh"]);

        var refused = await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"));

        Assert.Equal("PT8107", refused.Faults[0].Code);
    }

    [SkippableFact]
    public async Task A_module_that_is_not_there_is_told_by_name()
    {
        await using var shell = new ShellUnderTest(ways: [[SessionCmdlets.ImportModule("SkypeForBusiness")]]);

        var refused = await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"));

        Assert.Equal("PT8124", refused.Faults[0].Code);
        Assert.Contains("SkypeForBusiness", refused.Faults[0].Found, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_module_that_the_execution_policy_forbids_is_told()
    {
        using var directory = new TemporaryDirectory();
        var module = directory.Combine("SkypeForBusiness.psm1");
        await File.WriteAllTextAsync(
            module,
            """
            throw [Management.Automation.ErrorRecord]::new(
                [Management.Automation.PSSecurityException]::new('running scripts is disabled'), 'UnauthorizedAccess', 'SecurityError', $null)
            """);
        await using var shell = new ShellUnderTest(ways: [[SessionCmdlets.ImportModule(module)]]);

        var refused = await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"));

        Assert.Equal("PT8125", refused.Faults[0].Code);
    }

    [SkippableFact]
    public async Task A_file_for_a_cmdlet_that_cannot_be_written_is_told_and_the_cmdlet_not_run()
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        await using var shell = new ShellUnderTest(["env", "TMPDIR=/proc/no-such-folder", .. RealPowerShell.Line]);
        var call = new CmdletCall("Read-Back", [new("Path", new CmdletValue.File([1, 2, 3]))]);

        var answer = await shell.RunAsync(call);

        Assert.Equal("PT8129", ErrorClassifier.Instance.Classify("exch01", call, answer).Code);
    }

    [SkippableFact]
    public async Task How_far_the_clock_there_is_from_ours_is_seen()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(1));
        await using var shell = new ShellUnderTest(clock: clock);

        await shell.RunAsync("Get-Thing");

        Assert.InRange(shell.Session.ClockOffset!.Value, TimeSpan.FromMinutes(-61), TimeSpan.FromMinutes(-55));
    }

    [SkippableFact]
    public async Task A_way_that_brings_none_of_the_cmdlets_is_told()
    {
        await using var shell = new ShellUnderTest(ways: [[SessionCmdlets.ImportModule("Microsoft.PowerShell.Archive")]]);

        var refused = await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"));

        Assert.Equal("PT8127", refused.Faults[0].Code);
    }

    [Theory]
    [InlineData(true, "ssh", "admin@exch01", "powershell")]
    [InlineData(true, "/usr/bin/ssh", "-p", "22", "exch01", @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe")]
    [InlineData(false, "ssh", "admin@exch01", "pwsh")]
    [InlineData(false, "powershell.exe")]
    public void Windows_PowerShell_behind_ssh_is_tested_before_it_is_used(bool needsTest, params string[] line) =>
        Assert.Equal(needsTest, new ShellCommandLine([.. line]).NeedsSelfTest);

    private static int Imports(ShellUnderTest shell) => shell.Notes.Calls.Count(call => call.Call.Cmdlet == "Import-Module");

    private static Task<CallAnswer> TroubleAsync(ShellUnderTest shell, string cmdlet, string kind) =>
        shell.RunAsync(cmdlet, ("Kind", new CmdletValue.Text(kind)));
}
