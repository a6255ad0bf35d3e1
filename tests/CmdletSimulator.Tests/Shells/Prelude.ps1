# A second runspace, in which cmdlets run as the bridge runs them: by name and parameters, without any text.
$ErrorActionPreference = 'Stop'
$runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
$runspace.Open()

function Invoke-There([string] $Name, [System.Collections.IDictionary] $Parameters = @{}) {
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    $null = $shell.AddCommand($Name)
    foreach ($entry in $Parameters.GetEnumerator()) { $null = $shell.AddParameter($entry.Key, $entry.Value) }
    $failed = $null
    $output = @()
    try { $output = @($shell.Invoke()) }
    catch { $failed = $_.Exception.InnerException.ErrorRecord }
    $errors = @($shell.Streams.Error.ReadAll()) + @($failed | Where-Object { $_ })
    [pscustomobject] @{
        Output = $output
        Terminated = $null -ne $failed
        Errors = @($errors | ForEach-Object { Show-Record $_ })
        Verbose = @($shell.Streams.Verbose | ForEach-Object { $_.Message })
        Warnings = @($shell.Streams.Warning | ForEach-Object { $_.Message })
    }
    $shell.Dispose()
}

function Show-Record($Record) {
    $types = for ($e = $Record.Exception; $null -ne $e; $e = $e.InnerException) {
        if ($e -is [System.Management.Automation.RemoteException] -and $e.SerializedRemoteException) { $e.SerializedRemoteException.PSTypeNames[0] }
        else { $e.GetType().FullName }
    }
    @{
        Id = $Record.FullyQualifiedErrorId
        Category = [string] $Record.CategoryInfo.Category
        Reason = $Record.CategoryInfo.Reason
        Target = $Record.CategoryInfo.TargetName
        Activity = $Record.CategoryInfo.Activity
        Types = @($types)
        Message = $Record.Exception.Message
    }
}

# The first errors' ids, or the outputs as text.
function Show-There([string] $Name, [System.Collections.IDictionary] $Parameters = @{}) {
    $result = Invoke-There $Name $Parameters
    if ($result.Errors.Count -gt 0) { 'error ' + (($result.Errors | ForEach-Object { $_.Id }) -join ' ') }
    else { 'ok ' + ($result.Output -join ' ') }
}

function Write-Result($Value) { '@@' + (ConvertTo-Json -InputObject $Value -Compress -Depth 8 -EnumsAsStrings) }
