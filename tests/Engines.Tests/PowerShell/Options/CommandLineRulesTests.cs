using PartnerTrust.Engines.PowerShell.Options;

namespace PartnerTrust.Engines.Tests.PowerShell.Options;

/// <summary>Which command lines start a shell that goes on to ours; each is written with its items apart by "|".</summary>
public sealed class CommandLineRulesTests
{
    [Theory]
    [InlineData("powershell.exe")]
    [InlineData("pwsh|-NoProfile|-ExecutionPolicy|RemoteSigned")]
    [InlineData(@"C:\Program Files\PowerShell\7\pwsh.exe|-WorkingDirectory|/")]
    [InlineData("dotnet|pwsh")]
    [InlineData("powershell|-ep|Bypass|-ConfigurationName|Exchange|-wd|C:\\|-NoExit")]
    [InlineData("ssh|admin@exch01|pwsh")]
    [InlineData("ssh|-C|-e|none|-F|ssh_config|-c|aes256-ctr|-i|key|-p|2222|admin@exch01|pwsh|-NoLogo")]
    [InlineData("ssh|-o|RequestTTY=no|-oBatchMode=yes|--|exch01|powershell.exe -NoProfile")]
    [InlineData("ssh|-T|exch01|-p|2222|pwsh")]
    [InlineData("ssh|-l|t|exch01|pwsh")]
    [InlineData("/usr/bin/env|-i|pwsh")]
    [InlineData("docker|exec|-i|-e|LANG=C|exch01|pwsh")]
    [InlineData("sudo|-E|-u|svc|pwsh-preview")]
    [InlineData("ssh")]
    [InlineData("ssh|-p")]
    public void Whoever_starts_a_PowerShell_and_nothing_in_it_is_taken(string commandLine) => Assert.Empty(Check(commandLine));

    [Fact]
    public void A_line_of_nothing_is_refused() =>
        Assert.Equal(("PT1110", "shell"), Assert.Single(CommandLineRules.Check("shell", []).Select(fault => (fault.Code, fault.Property))));

    [Theory]
    [InlineData("", "PT1042")]
    [InlineData("  |-NoProfile", "PT1042")]
    [InlineData("pw\nsh", "PT1040")]
    [InlineData("pwsh.cmd", "PT1111")]
    [InlineData(@"C:\tools\shell.BAT|-NoProfile", "PT1111")]
    [InlineData("shell.cmd. ", "PT1111")]
    public void A_program_that_is_none_is_refused(string commandLine, string code) => Assert.Equal([(code, "shell[0]")], Check(commandLine));

    [Theory]
    [InlineData("-Command")]
    [InlineData("-command")]
    [InlineData("-c")]
    [InlineData("-Comm")]
    [InlineData("/Command")]
    [InlineData("/c")]
    [InlineData("--c")]
    [InlineData("\u2013Command")]
    [InlineData("\u2014f")]
    [InlineData("\u2015e")]
    [InlineData("-File")]
    [InlineData("-f")]
    [InlineData("-fi")]
    [InlineData("-EncodedCommand")]
    [InlineData("-e")]
    [InlineData("-enc")]
    [InlineData("-EC")]
    [InlineData("-CommandWithArgs")]
    [InlineData("-cwa")]
    public void An_argument_that_makes_the_shell_run_something_is_refused(string argument)
    {
        Assert.Equal([("PT1112", "shell[1]")], Check($"powershell.exe|{argument}|Get-Date"));
        Assert.Equal([("PT1112", "shell[3]")], Check($"ssh|exch01|pwsh|{argument}"));
        Assert.Equal([("PT1112", "shell[2]")], Check($"ssh|exch01|pwsh -NoProfile {argument} Get-Date"));
        Assert.Equal([("PT1112", "shell[2]")], Check($"dotnet|pwsh|{argument}"));
        Assert.Equal([("PT1112", "shell[1]")], Check($"shell-of-ours|{argument}"));
    }

    [Theory]
    [InlineData("-Confi")]
    [InlineData("-ExecutionPolicy")]
    [InlineData("-ex")]
    [InlineData("-Files")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("/")]
    [InlineData("Command")]
    [InlineData("")]
    public void What_only_looks_like_one_is_taken(string argument) => Assert.Empty(Check($"pwsh|{argument}"));

    [Theory]
    [InlineData("ssh|-t|exch01|pwsh", "shell[1]")]
    [InlineData("ssh|-tt|exch01|pwsh", "shell[1]")]
    [InlineData("ssh|-Ct|exch01|pwsh", "shell[1]")]
    [InlineData("ssh|-p|22|-t|exch01|pwsh", "shell[3]")]
    [InlineData("ssh|exch01|-t|pwsh", "shell[2]")]
    [InlineData("ssh|-o|RequestTTY=force|exch01|pwsh", "shell[2]")]
    [InlineData("ssh|-oRequestTTY=yes|exch01|pwsh", "shell[1]")]
    [InlineData("ssh|-o|requesttty yes|exch01|pwsh", "shell[2]")]
    [InlineData(@"C:\Windows\System32\OpenSSH\SSH.exe|-t|exch01|powershell", "shell[1]")]
    [InlineData("sshpass|-e|ssh|-t|exch01|pwsh", "shell[3]")]
    public void A_terminal_is_refused_wherever_ssh_reads_it(string commandLine, string property) =>
        Assert.Equal([("PT1113", property)], Check(commandLine));

    [Fact]
    public void Everything_wrong_is_told_at_once() =>
        Assert.Equal([("PT1111", "shell[0]"), ("PT1113", "shell[2]"), ("PT1112", "shell[5]")], Check("run.bat|ssh|-t|exch01|pwsh|-c"));

    private static IEnumerable<(string Code, string Property)> Check(string commandLine) =>
        CommandLineRules.Check("shell", [.. commandLine.Split('|')]).Select(fault => (fault.Code, fault.Property));
}
