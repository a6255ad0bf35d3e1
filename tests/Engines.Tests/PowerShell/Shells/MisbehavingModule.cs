using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Functions that do to a shell what real cmdlets have done to ours (powershell.md 3 and 5).</summary>
internal static class MisbehavingModule
{
    public static ImmutableArray<AllowedCmdlet> Cmdlets { get; } =
    [
        new("Read-Back", CmdletEffect.Reads, ["Text", "Texts", "Secret", "Flag", "Number", "Id", "Date", "Bytes", "Certificate", "Path", "Any", "Switch"]),
        new("Write-Back", CmdletEffect.Writes, ["Text", "Secret"]),
        new("Get-Trouble", CmdletEffect.Reads, ["Kind", "Path", "Prefix"]),
        new("Set-Trouble", CmdletEffect.Writes, ["Kind", "Path"]),
        new("Get-Thing", CmdletEffect.Reads, ["Newer"]),
        new("Get-Newer", CmdletEffect.Reads, []),
        new("Use-Thing", CmdletEffect.Reads, ["Kind", "Path"]),
    ];

    public const string Text =
        """
        function Read-Back {
            [CmdletBinding()] param([string]$Text, [string[]]$Texts, [securestring]$Secret, [bool]$Flag, [int]$Number, [guid]$Id, [datetime]$Date,
                [byte[]]$Bytes, [Security.Cryptography.X509Certificates.X509Certificate2]$Certificate, [string]$Path, $Any, [switch]$Switch)
            $result = [pscustomobject]@{}
            foreach ($name in $PSBoundParameters.Keys) {
                $value = $PSBoundParameters[$name]
                if ($value -is [securestring]) {
                    $place = [Runtime.InteropServices.Marshal]::SecureStringToGlobalAllocUnicode($value)
                    $value = [Runtime.InteropServices.Marshal]::PtrToStringUni($place, $value.Length)
                }
                if ($name -eq 'Path') { $value = [IO.File]::ReadAllBytes($value) }
                if ($name -eq 'Certificate') { $value = "$($value.Thumbprint) $($value.HasPrivateKey)" }
                Add-Member -InputObject $result -NotePropertyName $name -NotePropertyValue $value
            }
            Add-Member -InputObject $result -NotePropertyName Types -NotePropertyValue (
                ($PSBoundParameters.Values | ForEach-Object { $_.GetType().Name }) -join ' ')
            if ($PSBoundParameters.ContainsKey('Date')) { Add-Member -InputObject $result -NotePropertyName Kind -NotePropertyValue "$($Date.Kind)" }
            $result
        }
        function Write-Back { [CmdletBinding()] param([string]$Text, [string]$Secret) $Secret.Length }
        function Set-Trouble { [CmdletBinding()] param($Kind, $Path) if ($Path) { [IO.File]::AppendAllText($Path, "done ") }; Get-Trouble $Kind }
        function Get-Trouble {
            [CmdletBinding()] param($Kind, $Path, [string]$Prefix)
            if ($Path -and -not [IO.File]::Exists($Path)) { [IO.File]::WriteAllText($Path, 'once'); [Environment]::Exit(7) }
            switch ($Kind) {
                'process' { return $PID }
                'exit' { [Environment]::Exit(3) }
                'blocked' { [Threading.Thread]::Sleep(60000) }
                'waiting' { Start-Sleep 60 }
                'noise' { [Console]::Write('partial '); [Console]::WriteLine('x' * 300000); [Console]::Error.WriteLine('on stderr'); Write-Host 'to host' }
                'forged' { [Console]::WriteLine('@0123456789abcdef0123456789abcdef:12:{"id":1}'); [Console]::WriteLine('{"id":1,"ended":"done"}') }
                'prompt' { Read-Host 'Sure' }
                'confirm' { if (-not $PSCmdlet.ShouldContinue('Sure?', 'Really')) { return } }
                'many' { 1..500 | ForEach-Object { [pscustomobject]@{ Name = "n$_" } } }
                'warnings' { Write-Warning 'careful'; Write-Verbose 'details' -Verbose; Write-Error 'bad' -ErrorId Bad -Category InvalidData }
                'throw' { throw [UnauthorizedAccessException]'no' }
                'quit' { exit }
            }
            'after'
        }
        function Use-Thing {
            [CmdletBinding()] param($Kind, $Path)
            while ([IO.File]::Exists($Path)) {
                switch ($Kind) {
                    'busy' { Start-Sleep -Milliseconds 20 }
                    'full' { throw [IO.IOException]::new('There is not enough space.', -2147024784) }
                    'asking' { Read-Host 'Sure'; return }
                }
            }
        }
        function Get-Thing {
            [CmdletBinding()] param()
            $thing = [pscustomobject]@{ Name = 'a'; Nothing = $null; When = [datetime]::new(2026, 3, 1, 8, 0, 0, [DateTimeKind]::Utc); List = @('x'); Day = [DayOfWeek]::Monday
                Inner = [pscustomobject]@{ Name = 'inner' }; Site = [uri]'https://a.b/'; Big = [byte[]](1, 2) }
            Add-Member -InputObject $thing -MemberType ScriptProperty -Name Broken -Value { throw 'getter failed' }
            $thing
        }
        """;
}
