# Objects as they are on the machine itself. Those of other machines come as CLIXML, which PowerShell reads as it does in remoting.

function ConvertFrom-PlayedNode($Node) {
    switch ($Node[0].GetString()) {
        'n' { return $null }
        's' { return ConvertFrom-PlayedText $Node[1].GetString() }
        'b' { return $Node[1].GetBoolean() }
        'i' { return $Node[1].GetInt32() }
        'l' { return $Node[1].GetInt64() }
        'd' { return New-PlayedDate $Node }
        'g' { return [guid] $Node[1].GetString() }
        'u' { return [uri]::new((ConvertFrom-PlayedText $Node[1].GetString()), 'RelativeOrAbsolute') }
        'y' { return , [Convert]::FromBase64String($Node[1].GetString()) }
        'e' { return New-PlayedEnum $Node }
        'c' { return New-PlayedCertificate $Node }
        'a' { return New-PlayedList $Node }
        'o' { return New-PlayedObject $Node }
    }
    throw [System.InvalidOperationException]::new("No value is written as '$($Node[0])'.")
}

function New-PlayedDate($Node) {
    $utc = [datetime]::new($Node[1].GetInt64(), 'Utc')
    switch ($Node[2].GetString()) {
        'Local' { $utc.ToLocalTime() }
        'Unspecified' { [datetime]::SpecifyKind($utc, 'Unspecified') }
        default { $utc }
    }
}

function New-PlayedList($Node) {
    $list = [System.Collections.ArrayList]::new()
    foreach ($item in $Node[1].EnumerateArray()) { $null = $list.Add((ConvertFrom-PlayedNode $item)) }
    , $list.ToArray()
}

function New-PlayedObject($Node) {
    $object = [psobject]::new()
    if ($Node[2].ValueKind -ne 'Null') {
        $text = ConvertFrom-PlayedText $Node[2].GetString()
        $object.PSObject.Methods.Add([psscriptmethod]::new('ToString', { $text }.GetNewClosure()))
    }
    Add-PlayedProperties $object $Node[3]
    # Last: PowerShell itself extends some types, and refuses a second property of that name.
    $object.PSTypeNames.Clear()
    foreach ($type in $Node[1].EnumerateArray()) { $object.PSTypeNames.Add($type.GetString()) }
    $object
}

function Add-PlayedProperties($Object, $Properties) {
    foreach ($property in $Properties.EnumerateArray()) {
        $name = $property[0].GetString()
        if ($property[1][0].GetString() -eq 'x') {
            $reason = ConvertFrom-PlayedText $property[1][1].GetString()
            $member = [psscriptproperty]::new($name, { throw [System.InvalidOperationException]::new($reason) }.GetNewClosure())
        }
        else { $member = [psnoteproperty]::new($name, (ConvertFrom-PlayedNode $property[1])) }
        $Object.PSObject.Properties.Remove($name)
        $Object.PSObject.Properties.Add($member)
    }
}

function New-PlayedCertificate($Node) {
    $bytes = [Convert]::FromBase64String($Node[1].GetString())
    $certificate = [psobject] [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($bytes)
    Add-PlayedProperties $certificate $Node[2]
    $certificate
}

# The vendor's types, as far as they are shown: made once a process.
function Get-PlayedType([string] $Name, [scriptblock] $Make) {
    $types = [AppDomain]::CurrentDomain.GetData('PartnerTrust.PlayedTypes')
    if ($null -eq $types) {
        $types = [System.Collections.Concurrent.ConcurrentDictionary[string, type]]::new()
        [AppDomain]::CurrentDomain.SetData('PartnerTrust.PlayedTypes', $types)
    }
    $found = $null
    if ($types.TryGetValue($Name, [ref] $found)) { return $found }
    $assembly = [System.Reflection.AssemblyName]::new('Played.' + [guid]::NewGuid().ToString('N'))
    $module = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly($assembly, 'Run').DefineDynamicModule('Played')
    $made = & $Make $module
    $null = $types.TryAdd($Name, $made)
    $made
}

function New-PlayedEnum($Node) {
    $name = $Node[1].GetString()
    $values = $Node[3].EnumerateArray()
    $type = Get-PlayedType $name {
        param($Module)
        $builder = $Module.DefineEnum($name, 'Public', [int])
        $number = 0
        foreach ($value in $values) { $null = $builder.DefineLiteral($value.GetString(), $number); $number++ }
        $builder.CreateTypeInfo().AsType()
    }
    [enum]::Parse($type, $Node[2].GetString())
}
