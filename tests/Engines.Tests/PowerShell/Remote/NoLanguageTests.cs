using System.Diagnostics;
using PartnerTrust.CmdletSimulator;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remote;

/// <summary>Cmdlets that are imported from a session without a language, as from Exchange: here that of another real PowerShell, by the product's own
/// way.</summary>
public sealed class NoLanguageTests(NoLanguageFixture fixture) : IClassFixture<NoLanguageFixture>
{
    private const int LongestSecureString = 65_536;

    [SkippableFact]
    public async Task Hostile_text_arrives_unchanged_alone_in_lists_and_as_a_secret()
    {
        _ = fixture.Session;
        fixture.World.TakeCalls();
        foreach (var (kind, value) in HostileValues.All)
        {
            var secret = value[..Math.Min(value.Length, LongestSecureString)];
            await RunAsync(
                "Set-AuthServer",
                ("Identity", new CmdletValue.Text("nobody")),
                ("Name", new CmdletValue.Text(value)),
                ("DomainName", new CmdletValue.Texts([value, "", value])));
            await RunAsync(
                "Export-ExchangeCertificate",
                ("Thumbprint", new CmdletValue.Text("none")),
                ("Password", new CmdletValue.Secret(secret, IsSecure: true)));

            var calls = fixture.World.TakeCalls();

            Assert.True(value == Assert.IsType<SentValue.Text>(calls[0].Parameters["Name"]).Value, kind);
            Assert.True(calls[0].Texts("DomainName") is [var first, "", var last] && first == value && last == value, kind);
            Assert.True(secret == Assert.IsType<SentValue.Secret>(calls[1].Parameters["Password"]).Value, kind);
        }
    }

    [SkippableFact]
    public async Task Errors_keep_what_tells_them_apart()
    {
        var missing = Assert.Single((await RunAsync("Get-User", ("Identity", new CmdletValue.Text("nobody")))).Errors);
        fixture.World.Troubles.Expect("Get-AuthConfig", Trouble.AccessDenied());
        var denied = await RunAsync("Get-AuthConfig");
        var hidden = await RunAsync("Update-NothingThatIsThere");

        Assert.True(ErrorClassifier.Instance.IsNotFound(missing));
        Assert.Equal(("NotSpecified", "ManagementObjectNotFoundException"), (missing.Category, missing.Reason));
        Assert.Contains("[FailureCategory=Cmdlet-ManagementObjectNotFoundException]", missing.Id, StringComparison.Ordinal);
        Assert.Equal("PT8119", CodeOf("Get-AuthConfig", denied));
        Assert.Equal("PT8113", CodeOf("Update-NothingThatIsThere", hidden));
    }

    [SkippableFact]
    public async Task A_cmdlet_that_waits_too_long_is_stopped_there_and_both_sessions_live_on()
    {
        await RunAsync("Get-AuthConfig");
        var (here, there) = (fixture.Session.ProcessId, fixture.World.TakeCalls()[^1].Process);
        var hang = fixture.World.Troubles.Expect("Get-AuthConfig", new Hang());

        var slow = await RunAsync("Get-AuthConfig");

        Assert.True(hang.Reached.IsCompleted);
        Assert.Equal("PT8111", CodeOf("Get-AuthConfig", slow));
        Assert.True((await RunAsync("Get-AuthConfig")).Succeeded);
        Assert.Equal((here, there), (fixture.Session.ProcessId, fixture.World.TakeCalls()[^1].Process));
    }

    [SkippableFact]
    public async Task A_session_that_is_lost_is_told_and_opened_anew_for_the_next_read()
    {
        await RunAsync("Get-AuthConfig");
        var (here, there) = (fixture.Session.ProcessId, fixture.World.TakeCalls()[^1].Process);
        using (var process = Process.GetProcessById(there))
        {
            process.Kill();
        }

        var lost = await LostAsync("Set-AuthServer", ("Identity", new CmdletValue.Text("nobody")));

        Assert.Equal(("PT8118", FaultKind.Unknown), (lost.Faults[0].Code, lost.Faults[0].Kind));
        Assert.True((await RunAsync("Get-AuthConfig")).Succeeded);
        Assert.NotEqual(here, fixture.Session.ProcessId);
    }

    private async Task<FaultException> LostAsync(string cmdlet, params (string Name, CmdletValue Value)[] parameters)
    {
        try
        {
            var answer = await RunAsync(cmdlet, parameters);
            throw new Xunit.Sdk.XunitException($"{answer.Ending}: {string.Join("; ", answer.Errors)}");
        }
        catch (FaultException lost)
        {
            return lost;
        }
    }

    private static string CodeOf(string cmdlet, CallAnswer answer) =>
        ErrorClassifier.Instance.Classify(Litware.Exchange, new CmdletCall(cmdlet, []), answer).Code;

    private Task<CallAnswer> RunAsync(string cmdlet, params IEnumerable<(string Name, CmdletValue Value)> parameters) => fixture.Session.RunAsync(
        new CmdletCall(cmdlet, [.. parameters.Select(parameter => new CmdletParameter(parameter.Name, parameter.Value))]), Silence.Instance, default);
}
