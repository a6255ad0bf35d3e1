<#
.SYNOPSIS
Previews, applies or watches a stack of Pulumi.PartnerTrust. Every pipeline in this folder calls this script and nothing else.

.DESCRIPTION
Runs in Windows PowerShell 5.1 and PowerShell 7, on Windows, Linux and macOS. It needs the pulumi CLI (3.231 or later), the .NET SDK for a program in C#,
and the plugin, which "pulumi install" fetches or "pulumi plugin install -f" takes from a file.

  Preview  says what an update would do, proves it, and writes report.md: what it makes of the trust. Ends with 4 where the update would break a check.
  Apply    updates, then asks whether the trust is well.
  Drift    looks whether servers and program still agree. Ends with 7 where they do not.
  Status   asks whether the trust is well, and changes nothing.

.PARAMETER Action
Preview, Apply, Drift or Status.

.PARAMETER Stack
The stack's name.

.PARAMETER Project
The folder that holds Pulumi.yaml; the current one without it.

.PARAMETER Output
The folder for report.md and what it is made of; "trust-report" in the project without it.

.EXAMPLE
./Invoke-Trust.ps1 Preview -Stack prod -Project ../two-way-trust
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)] [ValidateSet('Preview', 'Apply', 'Drift', 'Status')] [string] $Action,
    [Parameter(Mandatory)] [string] $Stack,
    [string] $Project = '.',
    [string] $Output
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# Exit codes are read here; PowerShell 7.4 would make errors of them.
$PSNativeCommandUseErrorActionPreference = $false

# What status means by its exit codes, and pulumi by one of its own.
$Warned = 1
$UnexpectedChanges = 7

$Project = (Resolve-Path -LiteralPath $Project).Path
if (-not $Output) { $Output = Join-Path $Project 'trust-report' }
$Output = (New-Item -ItemType Directory -Force -Path $Output).FullName

function Find-Plugin {
    $found = Get-Command 'pulumi-resource-partnertrust' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($found) { return $found.Source }

    $pulumi = if ($env:PULUMI_HOME) { $env:PULUMI_HOME } else { Join-Path $HOME '.pulumi' }
    $found = Get-ChildItem -Path (Join-Path $pulumi 'plugins/resource-partnertrust-v*/pulumi-resource-partnertrust*') -File -ErrorAction SilentlyContinue |
        Sort-Object { [version] ($_.Directory.Name -replace '^.*-v([0-9.]+).*$', '$1') } | Select-Object -Last 1
    if ($found) { return $found.FullName }
    throw "The plugin was found neither on the PATH nor below $pulumi. Run 'pulumi install' in $Project, or 'pulumi plugin install resource partnertrust VERSION -f FILE'."
}

# The output, which is a program's own, goes to the pipeline's log; the exit code is the answer.
function Invoke-Program([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments | Out-Host
    return $LASTEXITCODE
}

function Get-TrustStatus {
    $code = Invoke-Program (Find-Plugin) @('status', '--stack', $Stack)
    if ($code -eq $Warned) {
        Write-Warning 'The trust works, with warnings: see above.'
        return 0
    }

    return $code
}

function Invoke-Preview {
    $before = Join-Path $Output 'before.json'
    $after = Join-Path $Output 'preview.json'
    $code = Invoke-Program 'pulumi' @('stack', 'export', '--stack', $Stack, '--file', $before)
    if ($code -ne 0) { return $code }

    # The gate: a check that would fail, or a plan that is sure to be refused, fails the preview. "strict" in the stack's configuration asks for more.
    if (-not $env:PARTNERTRUST_PROVE_ON_PREVIEW) { $env:PARTNERTRUST_PROVE_ON_PREVIEW = 'enforce' }
    & pulumi preview --stack $Stack --json --non-interactive | Out-File -FilePath $after -Encoding utf8
    $code = $LASTEXITCODE

    $report = Join-Path $Output 'report.md'
    $told = Invoke-Program (Find-Plugin) @('report', '--before', $before, '--after', $after, '--format', 'md', '--out', $report)
    # A preview that broke off early has nothing to report, and says itself why.
    Get-Content -LiteralPath $(if ($told -eq 0) { $report } else { $after }) -Encoding utf8 | Out-Host
    if ($code -ne 0) { return $code }
    return $told
}

Push-Location -LiteralPath $Project
try {
    $code = switch ($Action) {
        'Preview' { Invoke-Preview }
        'Apply' {
            $code = Invoke-Program 'pulumi' @('up', '--stack', $Stack, '--yes', '--non-interactive')
            if ($code -eq 0) { Get-TrustStatus } else { $code }
        }
        'Drift' {
            $code = Invoke-Program 'pulumi' @('preview', '--stack', $Stack, '--refresh', '--expect-no-changes', '--diff', '--non-interactive')
            if ($code -eq $UnexpectedChanges) { Write-Warning 'Servers and program differ: see above. An update puts it right.' }
            $code
        }
        'Status' { Get-TrustStatus }
    }
}
finally {
    Pop-Location
}

exit $code
