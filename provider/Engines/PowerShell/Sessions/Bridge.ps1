# Runs one cmdlet at a time for the plugin: a request a line on standard input, an answer a line on standard output.
# Windows PowerShell 5.1 and PowerShell 7; ASCII alone. The cmdlets run in a runspace of their own, which knows nothing of this one.
param($Requests)
$ErrorActionPreference = 'Stop'; $Invariant = [Globalization.CultureInfo]::InvariantCulture
[Threading.Thread]::CurrentThread.CurrentCulture = $Invariant; [Globalization.CultureInfo]::DefaultThreadCurrentCulture = $Invariant
$Answers = [Console]::OpenStandardOutput(); $Hello = ConvertFrom-Json $Requests.ReadLine()
$Allowed = New-Object 'Collections.Generic.HashSet[string]' (, [string[]]$Hello.allowed); $Scripts = @{}
foreach ($script in $Hello.scripts) { $Scripts[$script[0]] = [Environment]::ExpandEnvironmentVariables($script[1]) }
$Secrets = @{}; $Kept = @{}; $Stdin = @{}; $Waiting = New-Object 'Collections.Generic.Queue[string]'

# Text that is not printable ASCII travels as UTF-16, which no encoding mends.
function Write-Text([string]$text) {
    if ($text -cmatch '^[\x20-\x7e]*\z') { return '"' + $text.Replace('\', '\\').Replace('"', '\"') + '"' }
    $bytes = New-Object byte[] (2 * $text.Length); [Buffer]::BlockCopy($text.ToCharArray(), 0, $bytes, 0, $bytes.Length)
    '{"$utf16":"' + [Convert]::ToBase64String($bytes) + '"}'
}

function Write-Value($value, [string[]]$select) {
    if ($null -eq $value) { return 'null' }
    $plain = $value.PSObject.BaseObject
    if ($plain -is [enum] -or $value.PSObject.TypeNames -ccontains 'Deserialized.System.Enum') { return '{"$text":' + (Write-Text $value.ToString()) + '}' }
    if ($plain -is [string] -or $plain -is [char]) { return Write-Text ([string]$plain) }
    if ($plain -is [bool] -or $plain -is [Management.Automation.SwitchParameter]) { return ([string][bool]$plain).ToLowerInvariant() }
    if ($plain -is [int] -or $plain -is [long] -or $plain -is [byte] -or $plain -is [int16] -or $plain -is [uint32]) { return $plain.ToString($Invariant) }
    if ($plain -is [DateTimeOffset]) { $plain = $plain.UtcDateTime }
    if ($plain -is [datetime]) { return '{"$date":"' + $plain.ToUniversalTime().ToString('O', $Invariant) + '"}' }
    if ($plain -is [byte[]]) { return '{"$bytes":"' + [Convert]::ToBase64String($plain) + '"}' }
    if ($plain -is [Security.SecureString]) { return '{"$secret":true}' }
    if ($plain -is [Collections.IList]) { return '[' + (@(foreach ($item in $plain) { Write-Value $item @() }) -join ',') + ']' }
    $text = try { Write-Text ([string]$value.ToString()) } catch { '""' }
    '{"$type":' + (Write-Text ($value.PSObject.TypeNames[0] -creplace '^Deserialized\.')) + ',"$text":' + $text + ',"$object":' + (Write-Properties $value $select) + '}'
}

# A getter that fails would read as null: its property is unreadable, not absent.
function Write-Properties($object, [string[]]$select) {
    $names = @($select | ForEach-Object { ($_ -csplit '\.', 2)[0] } | Select-Object -Unique)
    '{' + (@(foreach ($name in $names) {
        $property = $object.PSObject.Properties[$name]; if ($null -eq $property) { continue }
        $inner = @($select | Where-Object { $_.StartsWith("$name.", 'Ordinal') } | ForEach-Object { $_.Substring($name.Length + 1) })
        $written = try { Write-Value $property.get_Value() $inner } catch { '{"$unreadable":' + (Write-Text $_.Exception.GetBaseException().Message) + '}' }
        (Write-Text $name) + ':' + $written
    }) -join ',') + '}'
}

function Write-Fault($record) {
    $types = New-Object Collections.ArrayList
    for ($exception = $record.Exception; $null -ne $exception; $exception = $exception.InnerException) {
        if ($exception -is [Management.Automation.RemoteException] -and $null -ne $exception.SerializedRemoteException) {
            $exception = $exception.SerializedRemoteException
        }
        [void]$types.Add((Write-Text ($exception.PSObject.TypeNames[0] -creplace '^Deserialized\.')))
    }
    $info = $record.CategoryInfo; '{"id":' + (Write-Text $record.FullyQualifiedErrorId) + ',"category":' + (Write-Text $info.Category) + ',"reason":' + (Write-Text $info.Reason) +
    ',"target":' + (Write-Text $info.TargetName) + ',"exceptions":[' + ($types -join ',') + '],"message":' + (Write-Text $record.Exception.Message) +
    ',"hresult":' + ([int]$record.Exception.HResult).ToString($Invariant) + '}'
}

function Send-Line([string]$json) {
    $bytes = [Text.Encoding]::ASCII.GetBytes("`n@$($Hello.marker):$($json.Length):$json`n"); $Answers.Write($bytes, 0, $bytes.Length); $Answers.Flush()
}

# Without the plugin there is nobody to run anything for.
function Read-Request {
    $line = $Stdin.Reading.Result; if ($null -eq $line) { [Environment]::Exit(0) }
    $Stdin.Reading = $Requests.ReadLineAsync(); $line
}

function Read-Chars([byte[]]$bytes) { $chars = New-Object char[] ($bytes.Length / 2); [Buffer]::BlockCopy($bytes, 0, $chars, 0, $bytes.Length); , $chars }

function Read-Text([string]$text) {
    if ($text[0] -eq '=') { return $text.Substring(1) }
    [string]::new((Read-Chars ([Convert]::FromBase64String($text.Substring(1)))))
}

function Read-Secure([byte[]]$bytes) {
    $secure = New-Object Security.SecureString; foreach ($char in (Read-Chars $bytes)) { $secure.AppendChar($char) }; $secure.MakeReadOnly(); , $secure
}

function Read-Value([string]$type, $value) {
    switch ($type) {
        'null' { return $null } 'string' { return Read-Text $value }
        'strings' { return , [string[]]@($value | ForEach-Object { Read-Text $_ }) }
        'switch' { return [Management.Automation.SwitchParameter]$value } 'bool' { return [bool]$value }
        'int' { return [int]$value } 'guid' { return [guid]$value }
        'date' { return (New-Object DateTime ([long]::Parse($value, $Invariant), [DateTimeKind]::Utc)).ToLocalTime() }
        'bytes' { return , [byte[]]$Secrets[$value] }
        'secret' { return [string]::new((Read-Chars $Secrets[$value])) } 'secure' { return Read-Secure $Secrets[$value] }
        'certificate' {
            $content = , [byte[]]$Secrets[$value[0]]; if ($null -ne $value[1]) { $content += (Read-Secure $Secrets[$value[1]]), 20 }
            return New-Object Security.Cryptography.X509Certificates.X509Certificate2 $content
        }
        'file' {
            $path = [IO.Path]::Combine([IO.Path]::GetTempPath(), "partnertrust-$PID-" + [guid]::NewGuid().ToString('N') + '.pfx')
            [IO.File]::WriteAllBytes($path, $Secrets[$value]); [void]$Files.Add($path); return $path
        }
        'kept' { if ($Kept.ContainsKey($value)) { return , $Kept[$value] } throw "nothing is kept as $value" }
    }
    throw "there is no type $type"
}

# Stops the pipeline; one that cannot be stopped takes the process with it, and nobody knows what it did.
function Stop-Pipeline($shell, $running, [string]$ending) {
    [void]$shell.BeginStop($null, $null)
    if ($running.AsyncWaitHandle.WaitOne(5000)) { return $ending }
    Send-Line ('{"id":' + $Request.id + ',"ended":"' + $ending + '","stuck":true}'); [Environment]::Exit(4)
}

function Invoke-Request($Request) {
    $watch = [Diagnostics.Stopwatch]::StartNew(); $Files = New-Object Collections.ArrayList; $objects = @(); $faults = @(); $ended = 'done'
    $shell = [PowerShell]::Create(); $shell.Runspace = $Space
    try {
        if ($Scripts.ContainsKey($Request.cmdlet)) { [void]$shell.AddCommand($Scripts[$Request.cmdlet], $false) }
        elseif ($Allowed.Contains($Request.cmdlet)) { [void]$shell.AddCommand($Request.cmdlet) } else { throw "$($Request.cmdlet) is not allowed" }
        foreach ($parameter in $Request.parameters) { [void]$shell.AddParameter($parameter[0], (Read-Value $parameter[1] $parameter[2])) }
        $running = $shell.BeginInvoke()
        while (-not $running.AsyncWaitHandle.WaitOne(15)) {
            if ($watch.ElapsedMilliseconds -ge $Request.timeout) { $ended = Stop-Pipeline $shell $running 'timeout'; break }
            if (-not $Stdin.Reading.IsCompleted) { continue }
            $line = Read-Request; if ($line[0] -ne '~') { $Waiting.Enqueue($line) }
            if ($line[0] -ne '~' -or $line -eq "~$($Request.id)") { $ended = Stop-Pipeline $shell $running 'cancelled'; break }
        }
        try { $objects = @($shell.EndInvoke($running)) } catch {
            $record = $_; if ($null -ne $_.Exception.InnerException.ErrorRecord) { $record = $_.Exception.InnerException.ErrorRecord }
            if ($ended -eq 'done') { $ended = 'failed'; $faults = @(Write-Fault $record) }
        }
        if ($Request.keep -and $objects.Count) { $Kept[$Request.keep] = $objects[0] }
    } catch { $ended = 'refused'; $faults = @(Write-Fault $_) } finally { foreach ($file in $Files) { [IO.File]::Delete($file) }; $Secrets.Clear() }
    $faults += @($shell.Streams.Error.ReadAll() | ForEach-Object { Write-Fault $_ })
    $written = @(foreach ($object in $objects) { if ($null -ne $object) { Write-Value $object ([string[]]$Request.select) } })
    $talk = foreach ($stream in 'Warning', 'Verbose', 'Information') {
        ',"' + $stream.ToLowerInvariant() + '":[' + (@($shell.Streams.$stream.ReadAll() | ForEach-Object { Write-Text "$_" }) -join ',') + ']'
    }
    Send-Line ('{"id":' + $Request.id + ',"ended":"' + $ended + '","milliseconds":' + $watch.ElapsedMilliseconds.ToString($Invariant) +
        ',"objects":[' + ($written -join ',') + '],"errors":[' + ($faults -join ',') + ']' + (-join $talk) + '}')
    $shell.Dispose()
}

# A shell that was killed while a cmdlet read its file could not delete it.
try { foreach ($file in [IO.Directory]::GetFiles([IO.Path]::GetTempPath(), 'partnertrust-*-*.pfx')) {
    if (-not (Get-Process -Id ($file -csplit '-')[-2] -ErrorAction Ignore)) { [IO.File]::Delete($file) } } } catch { [void]$_ }
$State = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2(); $State.ThreadOptions = 'ReuseThread'
if ($Hello.host) { $Space = [RunspaceFactory]::CreateRunspace($Host, $State) } else { $Space = [RunspaceFactory]::CreateRunspace($State) }
$Space.Open(); $Stdin.Reading = $Requests.ReadLineAsync()
Send-Line ('{"ready":' + (Write-Text $PSVersionTable.PSVersion.ToString()) + ',"machine":' + (Write-Text ([Environment]::MachineName)) +
    ',"user":' + (Write-Text ([Environment]::UserName)) + ',"time":"' + [DateTime]::UtcNow.ToString('O', $Invariant) + '"}')
while ($true) {
    $Line = if ($Waiting.Count) { $Waiting.Dequeue() } else { Read-Request }
    if ($Line[0] -eq '!') { $Name, $Bytes = $Line.Substring(1).Split(' '); $Secrets[$Name] = [Convert]::FromBase64String($Bytes) }
    elseif ($Line[0] -ne '~') { Invoke-Request (ConvertFrom-Json $Line) }
}
