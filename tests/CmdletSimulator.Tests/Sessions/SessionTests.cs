using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Testing;

namespace PartnerTrust.CmdletSimulator.Tests.Sessions;

/// <summary>The ways to a server's cmdlets (powershell.md 7), in a real shell.</summary>
public sealed class SessionTests
{
    [SkippableFact]
    public async Task A_session_to_Exchange_brings_the_named_cmdlets_that_the_account_may_use()
    {
        await using var played = await StartAsync();
        played.World.Rbac.Hide("Remove-PartnerApplication");
        played.World.Rbac.Hide("Set-AuthConfig", "Force");
        var run = await played.RunAsync(Litware.Exchange, $$"""
            $null = Invoke-There 'Import-Module' @{ Name = '{{played.OverlayOf(Litware.Exchange)}}' }
            Write-Result (Show-There 'Get-AuthConfig')
            $session = (Invoke-There 'New-PSSession' @{ ConfigurationName = 'Microsoft.Exchange'; ConnectionUri = 'http://{{Litware.Exchange}}/PowerShell/' }).Output[0]
            $null = Invoke-There 'Import-PSSession' @{
                Session = $session; CommandName = [string[]] @('Get-AuthConfig', 'Set-AuthConfig', 'Remove-PartnerApplication', 'Get-Nonsense')
                DisableNameChecking = $true; AllowClobber = $true
            }
            Write-Result @((Invoke-There 'Get-Command' @{ Name = '*-*'; CommandType = 'Function' }).Output | Where-Object Source -like 'tmp_*' | ForEach-Object Name)
            Write-Result (Show-There 'Set-AuthConfig' @{ Realm = 'x'; Force = $true })
            Write-Result (Invoke-There 'Get-AuthConfig').Output[0].Name
            $null = Invoke-There 'Remove-PSSession' @{ Session = $session; Confirm = $false }
            Write-Result (Show-There 'Get-AuthConfig')
            """);

        Assert.Equal("error CommandNotFoundException", (string?)run.Results[0]);
        Assert.Equal(["Get-AuthConfig", "Set-AuthConfig"], run.Results[1].Values<string>());
        Assert.Equal("error NamedParameterNotFound,Set-AuthConfig", (string?)run.Results[2]);
        Assert.Equal("Auth Configuration", (string?)run.Results[3]);
        Assert.Equal("error CommandNotFoundException", (string?)run.Results[4]);
        Assert.Empty(played.World.Sessions.All);
        Assert.Equal(1, played.World.Sessions.Opened);
    }

    [SkippableFact]
    public async Task What_comes_from_afar_is_deserialized_and_its_errors_end_nothing()
    {
        await using var played = await StartAsync();
        var run = await played.RunRemoteAsync("""
            $null = Invoke-There 'New-PartnerApplication' @{ Name = 'Lync'; AuthMetadataUrl = 'https://atl-cs-001.litwareinc.com/metadata/json/1' }
            $record = (Invoke-There 'Get-PartnerApplication').Output[0]
            $certificate = (Invoke-There 'Get-ExchangeCertificate').Output[0]
            $missing = Invoke-There 'Get-MailUser' @{ Identity = 'x' }
            Write-Result @{
                Type = $record.PSTypeNames[0]; Account = $record.AccountType.ToString(); Number = $record.AccountType -is [int]
                Id = "$($record.Identity)"; IdName = $record.Identity.Name; Keys = $record.CertificateStrings.Count
                Changed = $record.WhenChangedUTC.ToString('o')
                Certificate = $certificate.GetType().Name; Thumbprint = $certificate.Thumbprint; Key = $certificate.HasPrivateKey
                Services = $null -eq $certificate.Services
                Terminated = $missing.Terminated; Error = $missing.Errors[0]
            }
            """);

        var found = run.Result;
        Assert.Equal("Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.PartnerApplication", (string?)found["Type"]);
        Assert.Equal(("OrganizationalAccount", true), ((string?)found["Account"], (bool)found["Number"]!));
        Assert.Equal(("Lync", "Lync", 1), ((string?)found["Id"], (string?)found["IdName"], (int)found["Keys"]!));
        Assert.StartsWith("2026-03-01T12:00:00", found["Changed"]!.ToString(Newtonsoft.Json.Formatting.None).Trim('"'), StringComparison.Ordinal);
        Assert.Equal(("X509Certificate2", Certs.Public(1).Thumbprint.Hex), ((string?)found["Certificate"], (string?)found["Thumbprint"]));
        Assert.Equal((false, true, false), ((bool)found["Key"]!, (bool)found["Services"]!, (bool)found["Terminated"]!));
        Assert.Equal("ManagementObjectNotFoundException", (string?)found["Error"]!["Reason"]);
        Assert.Equal("Get-MailUser", (string?)found["Error"]!["Activity"]);
        Assert.Equal(
            "Deserialized.Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException", (string?)found["Error"]!["Types"]!.First);
    }

    [SkippableFact]
    public async Task Exchanges_own_shell_has_whole_objects()
    {
        await using var played = await StartAsync();
        var run = await played.RunAsync(Litware.Exchange, """
            $script = Join-Path $env:ExchangeInstallPath 'bin/RemoteExchange.ps1'
            $shell = [powershell]::Create(); $shell.Runspace = $runspace
            $null = $shell.AddCommand($script, $false).Invoke()
            $null = Invoke-There 'Connect-ExchangeServer' @{ Auto = $true; ClientApplication = 'ManagementShell' }
            $certificate = (Invoke-There 'Get-ExchangeCertificate').Output[0]
            $missing = Invoke-There 'Get-MailUser' @{ Identity = 'x' }
            Write-Result @{
                Key = $certificate.HasPrivateKey; Status = "$($certificate.Status)"; Enum = $certificate.Status.GetType().FullName
                Thumbprint = $certificate.Thumbprint; Terminated = $missing.Terminated; Type = $missing.Errors[0].Types[0]
            }
            """);

        var found = run.Result;
        Assert.Equal((true, "Valid"), ((bool)found["Key"]!, (string?)found["Status"]));
        Assert.Equal("Microsoft.Exchange.Management.SystemConfigurationTasks.CertificateStatus", (string?)found["Enum"]);
        Assert.Equal(Certs.Public(1).Thumbprint.Hex, (string?)found["Thumbprint"]);
        Assert.True((bool)found["Terminated"]!);
        Assert.Equal("Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException", (string?)found["Type"]);
    }

    [SkippableFact]
    public async Task A_dead_server_and_one_without_the_endpoint_open_no_session()
    {
        await using var played = await StartAsync();
        var run = await played.RunAsync(Litware.Exchange, $$"""
            $null = Invoke-There 'Import-Module' @{ Name = '{{played.OverlayOf(Litware.Exchange)}}' }
            foreach ($machine in 'nobody.litwareinc.com', '{{Litware.Lync}}') {
                Write-Result (Invoke-There 'New-PSSession' @{ ConfigurationName = 'Microsoft.Exchange'; ConnectionUri = "http://$machine/PowerShell/" }).Errors[0]
            }
            """);

        Assert.All(run.Results, error =>
        {
            Assert.Equal(("OpenError", "PSRemotingTransportException"), ((string?)error["Category"], (string?)error["Reason"]));
            Assert.EndsWith(",PSSessionOpenFailed", (string?)error["Id"], StringComparison.Ordinal);
        });
        Assert.Equal(2, run.Results.Count);
    }

    [SkippableFact]
    public async Task A_restart_of_IIS_ends_the_session_and_its_cmdlets()
    {
        await using var played = await StartAsync();
        var run = await played.RunRemoteAsync("""
            Write-Result (Show-There 'Restart-WebAppPool' @{ Name = 'MSExchangeOWAAppPool' })
            Write-Result (Show-There 'Restart-Service' @{ Name = 'WAS'; Force = $true; Confirm = $false })
            Write-Result (Invoke-There 'Get-AuthConfig').Errors[0].Id
            $service = (Invoke-There 'Get-Service' @{ ComputerName = 'other.litwareinc.com'; Name = 'W3SVC' }).Output[0]
            Write-Result (Show-There 'Restart-Service' @{ InputObject = $service; Confirm = $false })
            """);

        Assert.Equal(["ok ", "ok ", "SessionIsBroken,Get-PSImplicitRemotingSession", "ok "], run.Results.Select(result => (string?)result));
        Assert.Equal(
            [(Litware.Exchange, "MSExchangeOWAAppPool"), (Litware.Exchange, "WAS"), ("other.litwareinc.com", "W3SVC")],
            played.World.Services.Restarts.Select(restart => (restart.Machine, restart.Name)));
    }

    [SkippableFact]
    public async Task Lync_has_live_objects_with_the_vendors_enumerations()
    {
        await using var played = await StartAsync();
        var run = await played.RunAsync(Litware.Lync, $$"""
            $null = Invoke-There 'Import-Module' @{ Name = 'SkypeForBusiness' }
            $made = (Invoke-There 'New-CsPartnerApplication' @{
                Identity = 'x'; ApplicationTrustLevel = 'User'; MetadataUrl = '{{Estate.Exchange.MetadataUrl}}'
            }).Output[0]
            $key = (Invoke-There 'Get-Item' @{ LiteralPath = 'Cert:\LocalMachine\My\{{Certs.Public(0).Thumbprint.Hex}}' }).Output[0]
            $missing = Invoke-There 'Get-CsPartnerApplication' @{ Identity = 'y' }
            $none = Invoke-There 'Get-Item' @{ LiteralPath = [string[]] @('Cert:\LocalMachine\My\{{Certs.Public(3).Thumbprint.Hex}}', 'Cert:\LocalMachine\My\{{Certs.Public(0).Thumbprint.Hex}}') }
            Write-Result @{
                Both = "$($none.Errors[0].Id) $($none.Output[0].Thumbprint)"; Now = (Invoke-There 'Get-Date').Output[0].ToUniversalTime().Ticks
                Type = $made.PSTypeNames[0]; Token = "$($made.AuthToken)"; Level = $made.ApplicationTrustLevel.GetType().FullName
                Value = "$($made.ApplicationTrustLevel)"; Key = $key.Thumbprint; Error = $missing.Errors[0]; Version = (Invoke-There 'Get-CsServerVersion').Output[0]
            }
            """);

        var found = run.Result;
        Assert.Equal("Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.PartnerApplication#Decorated", (string?)found["Type"]);
        Assert.Equal((Estate.Exchange.MetadataUrl.OriginalString, "User"), ((string?)found["Token"], (string?)found["Value"]));
        Assert.Equal("Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.ApplicationTrustLevel", (string?)found["Level"]);
        Assert.Equal(Certs.Public(0).Thumbprint.Hex, (string?)found["Key"]);
        Assert.Equal($"PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand {Certs.Public(0).Thumbprint.Hex}", (string?)found["Both"]);
        Assert.Equal(Certs.Now.UtcTicks, (long)found["Now"]!);
        Assert.Equal("Microsoft.Rtc.Management.ManagementException", (string?)found["Error"]!["Types"]!.First);
        Assert.StartsWith("Skype for Business Server 2019", (string?)found["Version"], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task SharePoint_loads_by_itself_or_by_its_snap_in()
    {
        await using var played = await StartAsync();
        await played.Engine.BindCertificateAsync(new BindCertificate(Litware.SharePoint, PlayedServers.PfxOf(2), null), default);
        const string Look = """
            $config = (Invoke-There 'Get-SPSecurityTokenServiceConfig').Output[0]
            Write-Result $config.LocalLoginProvider.SigningCertificate.Thumbprint
            """;
        var newest = await played.RunAsync(Litware.SharePoint, Look);
        played.World.Editions[Litware.SharePoint] = Edition.SharePoint2016;
        var older = await played.RunAsync(Litware.SharePoint, $$"""
            Write-Result (Show-There 'Get-SPFarm')
            Write-Result (Show-There 'Add-PSSnapin' @{ Name = 'Microsoft.Exchange.Management.PowerShell.SnapIn' })
            $null = Invoke-There 'Add-PSSnapin' @{ Name = 'Microsoft.SharePoint.PowerShell' }
            {{Look}}
            """);

        Assert.Equal(Certs.Public(2).Thumbprint.Hex, (string?)newest.Result);
        Assert.Equal(
            ["error CommandNotFoundException", "error AddPSSnapInRead,Microsoft.PowerShell.Commands.AddPSSnapinCommand", Certs.Public(2).Thumbprint.Hex],
            older.Results.Select(result => (string?)result));
    }

    private static Task<PlayedServers> StartAsync()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        return PlayedServers.StartAsync();
    }
}
