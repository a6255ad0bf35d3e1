using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>Where the functions of a module stand.</summary>
public enum SessionLayer
{
    /// <summary>On the server itself: objects are live.</summary>
    Local,

    /// <summary>In a session to it: objects arrive deserialized.</summary>
    Remote,
}

/// <summary>The text of a script module with played cmdlets.</summary>
public static class ModuleText
{
    private static readonly string Common = string.Concat(
        new[] { "Request.ps1", "Objects.ps1", "Errors.ps1", "Troubles.ps1", "Call.ps1" }.Select(ReadScript));

    /// <summary>On the machine that the shell's environment names.</summary>
    public static string Of(IEnumerable<CmdletSyntax> cmdlets) => Of(cmdlets, null, null);

    /// <param name="cmdlets">The exported functions.</param>
    /// <param name="machine">Fqdn of the machine that answers; null for the one that the shell's environment names.</param>
    /// <param name="session">The session that they came through: objects and errors arrive as from afar.</param>
    public static string Of(IEnumerable<CmdletSyntax> cmdlets, string? machine, Guid? session)
    {
        var written = cmdlets.ToImmutableArray();
        var text = new StringBuilder(Common);
        text.Append("\n$script:PlayedLayer = '").Append(session is null ? "local" : "remote").Append("'\n");
        text.Append("$script:PlayedSession = '").Append(session).Append("'\n");
        text.Append("$script:PlayedMachine = ").Append(machine is null ? "$null" : $"'{machine}'").Append("\n\n");
        text.AppendJoin('\n', written.Select(FunctionWriter.Write));
        text.Append("\nExport-ModuleMember -Function ").AppendJoin(", ", written.Select(cmdlet => $"'{cmdlet.Name}'")).Append('\n');
        return text.ToString();
    }

    /// <summary>What lets PowerShell load the module by the name of one of its functions.</summary>
    public static string Manifest(string root, IEnumerable<CmdletSyntax> cmdlets) => $$"""
        @{
            RootModule = '{{root}}'
            ModuleVersion = '1.0.0'
            GUID = '5d1d7a1c-0b1e-4c1e-9c43-6f3a5b0e5a11'
            FunctionsToExport = @({{string.Join(", ", cmdlets.Select(cmdlet => $"'{cmdlet.Name}'"))}})
            CmdletsToExport = @()
            VariablesToExport = @()
            AliasesToExport = @()
        }

        """;

    private static string ReadScript(string name)
    {
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return script.ReadToEnd() + "\n";
    }
}
