using PartnerTrust.CmdletSimulator;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Recording;

public sealed class CallTextTests
{
    public static TheoryData<CmdletValue, string> Values => new()
    {
        { new CmdletValue.Text("OAuthTokenIssuer"), " -P OAuthTokenIssuer" },
        { new CmdletValue.Text("https://a.b/c?d=e"), " -P 'https://a.b/c?d=e'" },
        { new CmdletValue.Text(""), " -P ''" },
        { new CmdletValue.Text("-Force"), " -P '-Force'" },
        { new CmdletValue.Text("it's \u2019fine\u2018"), " -P 'it''s \u2019\u2019fine\u2018\u2018'" },
        { new CmdletValue.Text("a\n$b`\""), " -P \"a$([char]10)`$b```\"\"" },
        { new CmdletValue.Texts(["a b", "c"]), " -P 'a b', c" },
        { new CmdletValue.Texts([]), " -P @()" },
        { new CmdletValue.Switch(true), " -P" },
        { new CmdletValue.Switch(false), " -P:$false" },
        { new CmdletValue.Flag(false), " -P $false" },
        { new CmdletValue.Number(-1), " -P -1" },
        { CmdletValue.Null.Instance, " -P $null" },
        { new CmdletValue.Kept("session"), " -P $session" },
        { new CmdletValue.Date(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1))), " -P ([datetime]'2026-03-01T08:00:00Z')" },
        { new CmdletValue.Secret("geheim", IsSecure: true), " -P (Read-Host -AsSecureString 'password')" },
        { new CmdletValue.Secret("geheim", IsSecure: false), " -P '***'" },
        { new CmdletValue.Bytes([1, 2, 3]), " -P ([IO.File]::ReadAllBytes('certificate of 3 bytes'))" },
        { new CmdletValue.File([1, 2]), " -P 'certificate of 2 bytes'" },
        { new CmdletValue.Certificate([1], "geheim"), " -P (Get-PfxCertificate 'certificate of 1 bytes')" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_call_is_shown_as_it_could_be_pasted_without_its_secrets(CmdletValue value, string shown) =>
        Assert.Equal("Set-X" + shown, CallText.Of(new CmdletCall("Set-X", [new CmdletParameter("P", value)])));

    [Fact]
    public void What_a_call_keeps_is_shown_as_a_variable() =>
        Assert.Equal("$session = New-PSSession", CallText.Of(new CmdletCall("New-PSSession", []) { Keep = "session" }));

    /// <summary>PowerShell itself reads what is shown as what was meant.</summary>
    [SkippableFact]
    public async Task A_PowerShell_reads_the_text_as_it_was_meant()
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        var texts = HostileValues.All.Select(hostile => hostile.Value).Where(text => text.Length < 1000 && !text.Any(char.IsSurrogate)).ToList();
        using var directory = new TemporaryDirectory();
        var script = directory.Combine("read.ps1");
        await File.WriteAllTextAsync(script, string.Join(
            "\n",
            texts.Select(text => CallText.Of(new CmdletCall("Write-Text", [new CmdletParameter("Text", new CmdletValue.Text(text))])))
                .Prepend("function Write-Text([string]$Text) { [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($Text)) }")));

        var start = new System.Diagnostics.ProcessStartInfo(RealPowerShell.Line[0], [.. RealPowerShell.Line[1..], "-NoProfile", "-File", script])
        {
            RedirectStandardOutput = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.TrimEntries)[..^1];

        Assert.Equal(texts, lines.Select(line => System.Text.Encoding.Unicode.GetString(Convert.FromBase64String(line))));
    }
}
