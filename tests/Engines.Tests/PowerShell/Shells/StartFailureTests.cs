using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Shells that come up wrong (powershell.md 2 and 5), played by a shell script where a real one cannot be had.</summary>
public sealed class StartFailureTests
{
    [Theory]
    [InlineData("PT8103", 1, "Method invocation is supported only on core types in this language mode.", "powershell.exe")]
    [InlineData("PT8103", 1, "FullyQualifiedErrorId : MethodInvocationNotSupportedInConstrainedLanguage", "powershell.exe")]
    [InlineData("PT8106", 255, "Permission denied (publickey).", "ssh", "exch01", "pwsh")]
    [InlineData("PT8101", 255, "", "pwsh")]
    [InlineData("PT8107", 90, "", "pwsh")]
    public void Why_no_shell_came_up_is_told_apart(string code, int exitCode, string noise, params string[] line) =>
        Assert.Equal(code, StartFailures.Of("exch01", new ShellCommandLine([.. line]), exitCode, noise)!.Code);

    [Fact]
    public async Task A_PowerShell_that_is_too_old_is_not_used()
    {
        await using var shell = new ShellUnderTest(["sh", "-c", PlayedShell.Greeting("4.0") + "\ncat > /dev/null"]);

        Assert.Equal("PT8108", await CodeAsync(shell));
    }

    [Fact]
    public async Task An_answer_that_arrives_damaged_is_no_answer()
    {
        await using var shell = new ShellUnderTest(["sh", "-c", PlayedShell.Greeting("7.6.9").Replace("${#ready}", "7", StringComparison.Ordinal) + "\ncat > /dev/null"]);

        Assert.Equal("PT8105", await CodeAsync(shell));
    }

    [SkippableFact]
    public async Task A_PowerShell_in_constrained_language_mode_is_told()
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        using var directory = new TemporaryDirectory();
        var session = directory.Combine("constrained.pssc");
        await File.WriteAllTextAsync(
            session, "@{ SchemaVersion = '2.0.0.0'; GUID = '6b0a1d5a-54a7-4e0f-8f5c-2f6c0c3a8d01'; LanguageMode = 'ConstrainedLanguage' }");
        await using var shell = new ShellUnderTest([.. RealPowerShell.Line, "-ConfigurationFile", session]);

        Assert.Equal("PT8103", await CodeAsync(shell));
    }

    [Fact]
    public async Task An_answer_that_is_given_twice_is_no_answer_to_the_next_call()
    {
        await using var shell = new ShellUnderTest(["sh", "-c", PlayedShell.Answering(times: 2)], ways: []);

        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await shell.RunAsync("Get-Thing")).Objects[0].Whole);
        }

        Assert.Equal(["1", "2", "3"], ids);
    }

    [Fact]
    public async Task Windows_PowerShell_that_loses_its_input_behind_ssh_is_not_used()
    {
        using var directory = new TemporaryDirectory();
        var ssh = directory.Combine("ssh");
        await File.WriteAllTextAsync(ssh, PlayedShell.Greeting("5.1.26100") + "\nread lost\n");

        var clock = new FakeTimeProvider();
        await using var shell = new ShellUnderTest(["env", "sh", ssh, "exch01", "powershell.exe"], clock: clock);
        var refused = CodeAsync(shell);
        while (!refused.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal("PT8109", await refused);
    }

    private static async Task<string> CodeAsync(ShellUnderTest shell) =>
        (await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"))).Faults[0].Code;
}
