# What every played cmdlet does: asks where it is to be confirmed, sends its parameters to the world, and plays what is answered.

function Test-PlayedConfirmation($Cmdlet, $Bound, [string] $Name, [ref] $Ending) {
    try {
        $target = ($Bound.GetEnumerator() | ForEach-Object { if ($_.Key -in 'Identity', 'Name') { [string] $_.Value } }) -join ' '
        $Cmdlet.ShouldProcess($target, $Name)
    }
    catch {
        # Without this the function would run on, and do the deed.
        $Ending.Value = Get-PlayedCause $_
        $false
    }
}

function Invoke-PlayedCmdlet($Cmdlet, $Bound, [string] $Name, [bool] $IsConfirmed, [ref] $Ending) {
    if ($IsConfirmed -and -not (Test-PlayedConfirmation $Cmdlet $Bound $Name $Ending)) { return }
    try {
        $request = ConvertTo-PlayedRequest $Cmdlet $Bound $Name
        $answer = Send-PlayedRequest $request
        while ($answer.IsQuestion) {
            if (-not $Cmdlet.ShouldContinue($answer.Question, 'Confirm')) { return }
            $answer = Send-PlayedRequest ($request -replace '^\{', '{"confirmed":true,')
        }
        foreach ($record in $answer.Records.EnumerateArray()) { Show-PlayedRecord $Cmdlet $record $Ending }
    }
    catch [System.Management.Automation.PipelineStoppedException] { throw }
    catch { $Ending.Value = Get-PlayedCause $_ }
}

# PowerShell wraps what a method throws; a compiled cmdlet throws it bare.
function Get-PlayedCause($Record) {
    $inner = $Record.Exception.InnerException
    if ($Record.Exception -is [System.Management.Automation.MethodInvocationException] -and $inner.ErrorRecord) {
        [System.Management.Automation.ErrorRecord]::new($inner.ErrorRecord, $inner)
    }
    else { $Record }
}

function Send-PlayedRequest([string] $Request) {
    $pipe = [System.IO.Pipes.NamedPipeClientStream]::new('.', $env:PARTNERTRUST_SIMULATOR, 'InOut', 'Asynchronous')
    try {
        $pipe.Connect(10000)
        $line = [System.Text.Encoding]::ASCII.GetBytes($Request + "`n")
        $pipe.Write($line, 0, $line.Length)
        $pipe.Flush()
        $reader = [System.IO.StreamReader]::new($pipe, [System.Text.Encoding]::ASCII)
        $reading = $reader.ReadLineAsync()
        # In short waits: between them the shell can stop the cmdlet.
        while (-not $reading.Wait(50)) { }
        if ($null -eq $reading.Result) { throw [System.IO.IOException]::new('The world of the played cmdlets has gone without an answer.') }
        $root = [System.Text.Json.JsonDocument]::Parse($reading.Result).RootElement
        $question = [System.Text.Json.JsonElement]::new()
        $asks = $root.TryGetProperty('ask', [ref] $question)
        [pscustomobject] @{
            IsQuestion = $asks
            Question = if ($asks) { ConvertFrom-PlayedText $question.GetString() }
            Records = if (-not $asks) { $root.GetProperty('records') }
        }
    }
    finally { $pipe.Dispose() }
}

function Show-PlayedRecord($Cmdlet, $Record, [ref] $Ending) {
    $kind = $Record[0].GetString()
    switch ($kind) {
        'object' { $Cmdlet.WriteObject((ConvertFrom-PlayedNode $Record[1]), $false) }
        'clixml' {
            $text = [System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Record[1].GetString()))
            $Cmdlet.WriteObject([System.Management.Automation.PSSerializer]::Deserialize($text), $false)
        }
        'error' {
            $failure = New-PlayedError $Cmdlet $Record[1]
            if ($Record[1].GetProperty('terminating').GetBoolean()) { $Ending.Value = $failure } else { $Cmdlet.WriteError($failure) }
        }
        'warning' { $Cmdlet.WriteWarning((ConvertFrom-PlayedText $Record[1].GetString())) }
        'verbose' { $Cmdlet.WriteVerbose((ConvertFrom-PlayedText $Record[1].GetString())) }
        'information' { $Cmdlet.WriteInformation((ConvertFrom-PlayedText $Record[1].GetString()), [string[]] @('PSHOST')) }
        'import' {
            $path = ConvertFrom-PlayedText $Record[1].GetString()
            $Cmdlet.WriteObject((Import-Module -Name $path -Global -DisableNameChecking -Force -PassThru), $false)
        }
        'forget' { Remove-Module -Name (ConvertFrom-PlayedText $Record[1].GetString()) -Force -ErrorAction Ignore }
        default { Invoke-PlayedTrouble $kind $Record }
    }
}
