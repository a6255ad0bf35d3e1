# What befalls a cmdlet on a bad day, inside its shell.

function Invoke-PlayedTrouble([string] $Kind, $Record) {
    switch ($Kind) {
        'block' { [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite) }
        'kill' { [System.Diagnostics.Process]::GetCurrentProcess().Kill() }
        'exit' { [Environment]::Exit($Record[1].GetInt32()) }
        'stdout' { Write-PlayedNoise ([Console]::OpenStandardOutput()) $Record[1] }
        'stderr' { Write-PlayedNoise ([Console]::OpenStandardError()) $Record[1] }
        'prompt' { $null = Read-Host -Prompt (ConvertFrom-PlayedText $Record[1].GetString()) }
        default { throw [System.InvalidOperationException]::new("The shell does not know how to play '$Kind'.") }
    }
}

function Write-PlayedNoise($Stream, $Bytes) {
    $noise = [Convert]::FromBase64String($Bytes.GetString())
    $Stream.Write($noise, 0, $noise.Length)
    $Stream.Flush()
}
