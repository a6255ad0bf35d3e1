# The request: one line of ASCII. Text goes as base64 of UTF-16, so that lone surrogates and controls arrive as they are.

function ConvertTo-PlayedText([string] $Text) {
    # Not by an encoding: that would replace lone surrogates.
    $bytes = [byte[]]::new(2 * $Text.Length)
    [Buffer]::BlockCopy($Text.ToCharArray(), 0, $bytes, 0, $bytes.Length)
    '"' + [Convert]::ToBase64String($bytes) + '"'
}

function ConvertFrom-PlayedText([string] $Text) {
    $bytes = [Convert]::FromBase64String($Text)
    $characters = [char[]]::new($bytes.Length / 2)
    [Buffer]::BlockCopy($bytes, 0, $characters, 0, $bytes.Length)
    [string]::new($characters)
}

function ConvertTo-PlayedRequest($Cmdlet, $Bound, [string] $Name) {
    $parameters = foreach ($entry in $Bound.GetEnumerator()) { '["' + $entry.Key + '",' + (ConvertTo-PlayedValue $entry.Value) + ']' }
    $machine = if ($script:PlayedMachine) { $script:PlayedMachine } else { $env:PARTNERTRUST_SIMULATOR_MACHINE }
    '{"machine":' + (ConvertTo-PlayedText $machine) + ',"layer":"' + $script:PlayedLayer + '","cmdlet":"' + $Name + '","set":"' +
        $Cmdlet.ParameterSetName + '","process":' + $PID + ',"session":"' + $script:PlayedSession + '","parameters":[' + ($parameters -join ',') + ']}'
}

function ConvertTo-PlayedValue($Value) {
    if ($null -eq $Value) { return '["null"]' }
    if ($Value -is [string] -or $Value -is [char]) { return '["string",' + (ConvertTo-PlayedText $Value) + ']' }
    if ($Value -is [switch]) { return '["switch",' + $(if ($Value.IsPresent) { 'true' } else { 'false' }) + ']' }
    if ($Value -is [bool]) { return '["bool",' + $(if ($Value) { 'true' } else { 'false' }) + ']' }
    if ($Value -is [int] -or $Value -is [long]) { return '["int",' + $Value.ToString([cultureinfo]::InvariantCulture) + ']' }
    if ($Value -is [guid]) { return '["guid","' + $Value.ToString('D') + '"]' }
    if ($Value -is [datetime]) {
        $ticks = $Value.ToUniversalTime().Ticks.ToString([cultureinfo]::InvariantCulture)
        return '["date",' + $ticks + ',"' + $Value.Kind + '"]'
    }
    if ($Value -is [byte[]]) { return '["bytes","' + [Convert]::ToBase64String($Value) + '"]' }
    if ($Value -is [securestring]) { return '["secure",' + (ConvertTo-PlayedText (ConvertFrom-PlayedSecret $Value)) + ']' }
    if ($Value -is [uri]) { return '["uri",' + (ConvertTo-PlayedText $Value.OriginalString) + ']' }
    if ($Value -is [scriptblock]) { return '["script",' + (ConvertTo-PlayedText $Value.ToString()) + ']' }
    if ($Value -is [pscredential]) {
        return '["credential",' + (ConvertTo-PlayedText $Value.UserName) + ',' + (ConvertTo-PlayedText (ConvertFrom-PlayedSecret $Value.Password)) + ']'
    }
    if ($Value -is [System.Security.Cryptography.X509Certificates.X509Certificate2]) { return ConvertTo-PlayedCertificate $Value }
    if ($Value -is [string[]]) {
        return '["strings",[' + (@(foreach ($item in $Value) { if ($null -eq $item) { 'null' } else { ConvertTo-PlayedText $item } }) -join ',') + ']]'
    }
    if ($Value -is [System.Collections.IList]) {
        return '["list",[' + (@(foreach ($item in $Value) { ConvertTo-PlayedValue $item }) -join ',') + ']]'
    }
    ConvertTo-PlayedObject ([psobject] $Value)
}

# Unlike the string conversions of PowerShell this keeps NUL.
function ConvertFrom-PlayedSecret([securestring] $Secret) {
    $pointer = [System.Runtime.InteropServices.Marshal]::SecureStringToBSTR($Secret)
    try { [System.Runtime.InteropServices.Marshal]::PtrToStringUni($pointer, $Secret.Length) }
    finally { [System.Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer) }
}

function ConvertTo-PlayedCertificate($Certificate) {
    $key = 'null'
    if ($Certificate.HasPrivateKey) {
        try {
            $rsa = [System.Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($Certificate)
            $key = '"' + [Convert]::ToBase64String($rsa.ExportPkcs8PrivateKey()) + '"'
        }
        catch { $key = '""' }
    }
    '["certificate","' + [Convert]::ToBase64String($Certificate.RawData) + '",' + $key + ']'
}

# An object that another played cmdlet gave out: its type, its text and its simple properties.
function ConvertTo-PlayedObject([psobject] $Value) {
    $properties = foreach ($property in $Value.PSObject.Properties) {
        $held = try { $property.Value } catch { $null }
        if ($held -is [string] -or $held -is [bool] -or $held -is [int] -or $held -is [guid] -or $held -is [uri]) {
            '[' + (ConvertTo-PlayedText $property.Name) + ',' + (ConvertTo-PlayedValue $held) + ']'
        }
    }
    '["object",' + (ConvertTo-PlayedText $Value.PSTypeNames[0]) + ',' + (ConvertTo-PlayedText "$Value") + ',[' + (@($properties) -join ',') + ']]'
}
