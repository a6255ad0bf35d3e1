using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.Tests.Binding;

/// <summary>What was sent arrives.</summary>
public sealed class HostileValueTests
{
    [SkippableFact]
    public async Task Hostile_texts_arrive_as_they_are_alone_in_lists_and_as_secrets()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        await using var played = await PlayedServers.StartAsync();
        var lines = HostileValues.All.Select(hostile => $"'{WireText.Encode(hostile.Value)}'");
        var run = await played.RunRemoteAsync($$"""
            $null = foreach ($encoded in @({{string.Join(",\n", lines)}})) {
                $bytes = [Convert]::FromBase64String($encoded)
                $characters = [char[]]::new($bytes.Length / 2)
                [Buffer]::BlockCopy($bytes, 0, $characters, 0, $bytes.Length)
                $text = [string]::new($characters)
                $secret = [securestring]::new()
                foreach ($character in $text.ToCharArray()) { if ($secret.Length -lt 65536) { $secret.AppendChar($character) } }
                Invoke-There 'Set-AuthServer' @{ Identity = 'nobody'; Name = $text; DomainName = [string[]] @($text, '', $text) }
                Invoke-There 'Export-ExchangeCertificate' @{ Thumbprint = 'nothing'; Password = $secret }
            }
            Write-Result 'done'
            """);

        Assert.Equal("done", (string?)run.Result);
        Assert.True(HostileValues.All.Length >= 71);
        var texts = played.World.Calls.Where(call => call.Cmdlet == "Set-AuthServer").ToList();
        var secrets = played.World.Calls.Where(call => call.Cmdlet == "Export-ExchangeCertificate").ToList();
        Assert.Equal(HostileValues.All.Length, texts.Count);
        foreach (var (i, (kind, value)) in HostileValues.All.Index())
        {
            Assert.True(value == Assert.IsType<SentValue.Text>(texts[i].Parameters["Name"]).Value, kind);
            Assert.True(texts[i].Parameters["DomainName"] is SentValue.Texts { Values: [var first, "", var last] } && first == value && last == value, kind);
            Assert.True(value[..Math.Min(65536, value.Length)] == Assert.IsType<SentValue.Secret>(secrets[i].Parameters["Password"]).Value, kind);
        }
    }

    [SkippableFact]
    public async Task Values_arrive_with_their_types()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        await using var played = await PlayedServers.StartAsync();
        var run = await played.RunRemoteAsync($$"""
            $date = [datetime]::new({{Certs.Now.UtcTicks}}, 'Utc').ToLocalTime()
            $null = Invoke-There 'Set-AuthConfig' @{ NewCertificateThumbprint = 'x'; NewCertificateEffectiveDate = $date; Force = $true; Confirm = $false }
            $null = Invoke-There 'Import-ExchangeCertificate' @{ FileData = [byte[]] @(0, 255); PrivateKeyExportable = $true }
            $null = Invoke-There 'Set-PartnerApplication' @{ Identity = 'x'; LinkedAccount = $null }
            $null = Invoke-There 'Set-AuthServer' @{ Identity = 'x'; DomainName = [string[]] @() }
            $null = Invoke-There 'Set-ClientAccessService' @{ Identity = 'x'; AutoDiscoverServiceInternalUri = [uri] 'https://ä/' }
            Write-Result 'done'
            """);

        Assert.Equal("done", (string?)run.Result);
        var calls = played.World.Calls.Where(call => !call.Cmdlet.EndsWith("PSSession", StringComparison.Ordinal)).ToList();
        Assert.Equal(new SentValue.Date(Certs.Now, "Local"), calls[0].Parameters["NewCertificateEffectiveDate"]);
        Assert.Equal([new SentValue.Switch(true), new SentValue.Switch(false)], new[] { calls[0].Parameters["Force"], calls[0].Parameters["Confirm"] });
        Assert.Equal("NewCertificateParameter", calls[0].Set);
        Assert.Equal<byte>([0, 255], calls[1].Bytes("FileData")!.Value);
        Assert.Equal(new SentValue.Flag(true), calls[1].Parameters["PrivateKeyExportable"]);
        Assert.Equal(new SentValue.Text(""), calls[2].Parameters["LinkedAccount"]);
        Assert.Empty(Assert.IsType<SentValue.Texts>(calls[3].Parameters["DomainName"]).Values);
        Assert.Equal(new SentValue.Address("https://ä/"), calls[4].Parameters["AutoDiscoverServiceInternalUri"]);
    }
}
