using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Tests.Shells;

namespace PartnerTrust.CmdletSimulator.Tests.Binding;

/// <summary>PowerShell's own binder judges the calls (powershell.md 9).</summary>
public sealed class BinderTests
{
    private static readonly (string Call, string Id)[] Refused =
    [
        ("'Get-AuthConfig' @{ Nonsense = 1 }", "NamedParameterNotFound,Get-AuthConfig"),
        ("'New-PartnerApplication' @{ Name = 'x'; AuthMetadataUrl = 'https://x/'; UseAuthServer = $true }", "NamedParameterNotFound,New-PartnerApplication"),
        ("'New-PartnerApplication' @{ Name = 'x'; AuthMetadataUrl = 'https://x/'; ApplicationIdentifier = 'y' }", "AmbiguousParameterSet,New-PartnerApplication"),
        ("'New-PartnerApplication' @{ AuthMetadataUrl = 'https://x/' }", "MissingMandatoryParameter,New-PartnerApplication"),
        ("'Set-AuthConfig' @{ NewCertificateThumbprint = 'x'; PublishCertificate = $true }", "AmbiguousParameterSet,Set-AuthConfig"),
        ("'Set-AuthConfig' @{ NewCertificateEffectiveDate = 'soon' }", "ParameterArgumentTransformationError,Set-AuthConfig"),
        ("'New-PartnerApplication' @{ Name = 'x'; AuthMetadataUrl = 'https://x/'; AccountType = 'Robot' }", "ParameterArgumentValidationError,New-PartnerApplication"),
        ("'New-PartnerApplication' @{ Name = ''; AuthMetadataUrl = 'https://x/' }", "ParameterArgumentValidationErrorEmptyStringNotAllowed,New-PartnerApplication"),
        ("'New-PartnerApplication' @{ Name = 'x'; AuthMetadataUrl = 'https://x/'; Enabled = 'False' }", "ParameterArgumentTransformationError,New-PartnerApplication"),
        ("'New-PartnerApplication' @{ Name = @('x', 'y'); AuthMetadataUrl = 'https://x/' }", "ParameterArgumentTransformationError,New-PartnerApplication"),
        ("'Import-ExchangeCertificate' @{ FileData = [byte[]] @(1); Password = 'text' }", "ParameterArgumentTransformationError,Import-ExchangeCertificate"),
        ("'Remove-PartnerApplication' @{ Identity = 'x' }", "HostFunctionNotImplemented,Remove-PartnerApplication"),
        ("'Test-CsExStorageConnectivity' @{ SipUri = 'sip:x@y.z'; ItemCount = 1 }", "NamedParameterNotFound,Test-CsExStorageConnectivity"),
        ("'Test-CsExStorageConnectivity' @{ SipUri = 'sip:x@y.z'; Folder = 'Outbox' }", "ParameterArgumentValidationError,Test-CsExStorageConnectivity"),
        ("'New-CsPartnerApplication' @{ Identity = 'x'; ApplicationTrustLevel = 'Full' }", "MissingMandatoryParameter,New-CsPartnerApplication"),
        ("'New-CsPartnerApplication' @{ Identity = 'x'; ApplicationTrustLevel = 'Half'; MetadataUrl = 'https://x/' }", "ParameterArgumentValidationError,New-CsPartnerApplication"),
        ("'Set-CsPartnerApplication' @{ Identity = 'x'; Tenant = 'no guid' }", "ParameterArgumentTransformationError,Set-CsPartnerApplication"),
        ("'Get-NothingAtAll' @{ }", "CommandNotFoundException"),
    ];

    [SkippableFact]
    public async Task What_the_pages_do_not_allow_is_refused_and_reaches_nobody()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        await using var played = await PlayedServers.StartAsync();
        var run = await played.RunRemoteAsync($$"""
            $env:PSModulePath = '{{played.EnvironmentOf(Litware.Lync)["PSModulePath"]}}' + [System.IO.Path]::PathSeparator + $env:PSModulePath
            $null = Invoke-There 'Import-Module' @{ Name = 'SkypeForBusiness' }
            {{string.Join('\n', Refused.Select(refused => $"Write-Result (Show-There {refused.Call})"))}}
            """);

        Assert.Equal(
            Refused.Select(refused => $"{refused.Call} error {refused.Id}"),
            Refused.Zip(run.Results, (refused, found) => $"{refused.Call} {found}"));
        Assert.DoesNotContain(played.World.Calls, call => !call.Cmdlet.EndsWith("PSSession", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task What_is_only_asked_for_reaches_nobody()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        await using var played = await PlayedServers.StartAsync();
        var run = await played.RunRemoteAsync($$"""
            $env:PSModulePath = @('{{played.EnvironmentOf(Litware.Lync)["PSModulePath"]}}', '{{played.EnvironmentOf(Litware.SharePoint)["PSModulePath"]}}',
                $env:PSModulePath) -join [System.IO.Path]::PathSeparator
            $null = Invoke-There 'Import-Module' @{ Name = @('SkypeForBusiness', 'SharePointServer', 'PlayedServices') }
            function Get-Sample($Parameter) {
                $accepted = $Parameter.Attributes | Where-Object { $_ -is [ValidateSet] }
                if ($accepted) { return , $accepted.ValidValues[0] }
                switch ($Parameter.ParameterType.Name) {
                    'Byte[]' { return , [byte[]] @(1) }
                    'SecureString' { return [securestring]::new() }
                    'Uri' { return [uri] 'https://x/' }
                    'X509Certificate2' { return [System.Security.Cryptography.X509Certificates.X509Certificate2]::new([Convert]::FromBase64String('{{Convert.ToBase64String([.. Certs.Public(0).Der])}}')) }
                    default { return 'x' }
                }
            }
            $tried = 0
            $errors = foreach ($command in (Invoke-There 'Get-Command' @{ CommandType = 'Function' }).Output) {
                if (-not $command.Parameters.ContainsKey('WhatIf') -or $command.Source -notmatch '^(tmp_|Skype|SharePoint|PlayedServ)') { continue }
                foreach ($set in $command.ParameterSets) {
                    $values = @{ WhatIf = $true }
                    foreach ($parameter in $set.Parameters) { if ($parameter.IsMandatory) { $values[$parameter.Name] = Get-Sample $parameter } }
                    $result = Invoke-There $command.Name $values
                    $tried++
                    foreach ($record in $result.Errors) { "$($command.Name) $($set.Name) $($record.Id)" }
                }
            }
            Write-Result @{ Tried = $tried; Errors = @($errors) }
            """);

        // Sets that nothing tells from the default one but what is left out here.
        Assert.Equal(
            ["New-MailUser EnableRoomMailboxAccount", "Set-CsPartnerApplication Instance"],
            run.Result["Errors"]!.Values<string>().Select(error => string.Join(' ', error!.Split(' ')[..2])).Order(StringComparer.Ordinal));
        Assert.True((int)run.Result["Tried"]! > 60, run.Output);
        Assert.DoesNotContain(played.World.Calls, call => !call.Cmdlet.EndsWith("PSSession", StringComparison.Ordinal));
    }
}
