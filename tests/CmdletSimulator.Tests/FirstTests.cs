using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Tests.Shells;

namespace PartnerTrust.CmdletSimulator.Tests;

public sealed class FirstTests
{
    [SkippableFact]
    public async Task Lync_answers()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        await using var played = await PlayedServers.StartAsync();
        var run = await played.RunAsync(Litware.Lync, """
            $null = Invoke-There 'Import-Module' @{ Name = 'SkypeForBusiness' }
            Write-Result (Invoke-There 'Get-CsCertificate' @{ Type = 'OAuthTokenIssuer'; Identity = 'global' })
            Write-Result (Invoke-There 'New-CsPartnerApplication' @{ Identity = 'x'; ApplicationTrustLevel = 'Full'; MetadataUrl = 'https://autodiscover.litwareinc.com/autodiscover/metadata/json/1' })
            Write-Result (Invoke-There 'Get-CsPartnerApplication')
            Write-Result (Invoke-There 'Get-CsPartnerApplication' @{ Identity = 'y' })
            Write-Result (Invoke-There 'Set-CsCertificate' @{ Type = 'OAuthTokenIssuer'; Identity = 'global'; Thumbprint = 'AA' })
            Write-Result (Invoke-There 'Remove-CsPartnerApplication' @{ Identity = 'x' })
            """);
        Assert.Fail(run.Output + run.Errors);
    }

    [SkippableFact]
    public async Task Exchange_answers()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        await using var played = await PlayedServers.StartAsync();
        var run = await played.RunRemoteAsync("""
            Write-Result ($imported.Output | Out-String)
            Write-Result $imported.Errors
            Write-Result $session
            Write-Result (Invoke-There 'Get-AuthConfig')
            $c = Invoke-There 'Get-ExchangeCertificate' @{}
            Write-Result @{ E = $c.Errors; T = @($c.Output[0].PSTypeNames); Type = $c.Output[0].GetType().FullName; Thumb = $c.Output[0].Thumbprint; Key = $c.Output[0].HasPrivateKey; S = $c.Output[0].Services }
            Write-Result (Invoke-There 'New-PartnerApplication' @{ Name = 'x'; AuthMetadataUrl = 'https://atl-cs-001.litwareinc.com/metadata/json/1' })
            Write-Result (Invoke-There 'Get-PartnerApplication')
            Write-Result (Invoke-There 'Get-MailUser' @{ Identity = 'y' })
            """);
        Assert.Fail(run.Output + run.Errors);
    }
}
