# Error records with the ids, categories, reasons and exception types of the vendor's cmdlets.

function New-PlayedError($Cmdlet, $Node) {
    $message = ConvertFrom-PlayedText $Node.GetProperty('message').GetString()
    $types = @(foreach ($type in $Node.GetProperty('exceptions').EnumerateArray()) { $type.GetString() })
    $exception = if ($script:PlayedLayer -eq 'remote') { New-PlayedRemoteException $types[0] $message } else { New-PlayedException $types $message }
    $target = if ($Node.GetProperty('target').ValueKind -eq 'Null') { $null } else { ConvertFrom-PlayedText $Node.GetProperty('target').GetString() }
    $id = ConvertFrom-PlayedText $Node.GetProperty('id').GetString()
    $record = [System.Management.Automation.ErrorRecord]::new($exception, $id, $Node.GetProperty('category').GetString(), $target)
    $record.CategoryInfo.Reason = $Node.GetProperty('reason').GetString()
    $record.CategoryInfo.Activity = $Cmdlet.MyInvocation.MyCommand.Name
    if ($null -ne $target) { $record.CategoryInfo.TargetName = $target }
    # A function's name would come behind the id; the vendor's cmdlets have their class there.
    [System.Management.Automation.ErrorRecord].GetField('_serializedFullyQualifiedErrorId', 'NonPublic,Instance').SetValue($record, $id)
    $record
}

function New-PlayedRemoteException([string] $Type, [string] $Message) {
    $serialized = [psobject]::new()
    $serialized.PSTypeNames.Clear()
    foreach ($name in $Type, 'System.Exception', 'System.Object') { $serialized.PSTypeNames.Add("Deserialized.$name") }
    $serialized.PSObject.Properties.Add([psnoteproperty]::new('Message', $Message))
    $constructor = [System.Management.Automation.RemoteException].GetConstructor(
        'NonPublic,Instance', $null, [type[]] @([string], [psobject], [psobject]), $null)
    $constructor.Invoke(@($Message, $serialized, $null))
}

# The first type holds the second, and so on.
function New-PlayedException([string[]] $Types, [string] $Message) {
    $inner = $null
    for ($at = $Types.Length - 1; $at -ge 0; $at--) {
        $type = $Types[$at] -as [type]
        if ($null -eq $type) { $type = Get-PlayedExceptionType $Types[$at] }
        $inner = if ($null -eq $inner) { $type::new($Message) } else { $type::new($Message, $inner) }
    }
    $inner
}

function Get-PlayedExceptionType([string] $Name) {
    Get-PlayedType $Name {
        param($Module)
        $builder = $Module.DefineType($Name, 'Public,Class', [exception])
        $alone = [type[]] @([string])
        $around = [type[]] @([string], [exception])
        foreach ($signature in $alone, $around) {
            $constructor = $builder.DefineConstructor('Public', 'Standard', $signature)
            $code = $constructor.GetILGenerator()
            $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
            $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_1)
            if ($signature.Length -eq 2) { $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_2) }
            $code.Emit([System.Reflection.Emit.OpCodes]::Call, [exception].GetConstructor($signature))
            $code.Emit([System.Reflection.Emit.OpCodes]::Ret)
        }
        $builder.CreateType()
    }
}
