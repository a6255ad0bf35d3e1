using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Shells that come up wrong (powershell.md 2 and 5), played by a shell script where a real one cannot be had.</summary>
public sealed class StartFailureTests
{
    /// <summary>Reads what every shell is sent, and says that it is ready.</summary>
    private const string Greets =
        """
        read script; read hello
        marker=$(printf '%s' "$hello" | sed 's/.*"marker":"\([0-9a-f]*\)".*/\1/')
        ready='{"ready":"VERSION","machine":"exch01","user":"svc"}'
        echo "@$marker:LENGTH:$ready"
        """;

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
        await using var shell = new ShellUnderTest(["sh", "-c", Greeting("4.0") + "\ncat > /dev/null"]);

        Assert.Equal("PT8108", await CodeAsync(shell));
    }

    [Fact]
    public async Task An_answer_that_arrives_damaged_is_no_answer()
    {
        await using var shell = new ShellUnderTest(["sh", "-c", Greeting("7.6.9").Replace("${#ready}", "7", StringComparison.Ordinal) + "\ncat > /dev/null"]);

        Assert.Equal("PT8105", await CodeAsync(shell));
    }

    [Fact]
    public async Task Windows_PowerShell_that_loses_its_input_behind_ssh_is_not_used()
    {
        using var directory = new TemporaryDirectory();
        var ssh = directory.Combine("ssh");
        await File.WriteAllTextAsync(ssh, Greeting("5.1.26100") + "\nread lost\n");

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

    private static string Greeting(string version) =>
        Greets.Replace("VERSION", version, StringComparison.Ordinal).Replace("LENGTH", "${#ready}", StringComparison.Ordinal);

    private static async Task<string> CodeAsync(ShellUnderTest shell) =>
        (await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"))).Faults[0].Code;
}
