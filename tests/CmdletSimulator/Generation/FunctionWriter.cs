using System.Globalization;
using System.Text;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>A cmdlet's syntax as an advanced function, which PowerShell's own binder holds every call against.</summary>
internal static class FunctionWriter
{
    public static string Write(CmdletSyntax cmdlet)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"function {cmdlet.Name} {{\n    [CmdletBinding({Binding(cmdlet)})]\n    param(\n");
        text.AppendJoin(",\n", cmdlet.ParameterNames.Where(name => name is not ("WhatIf" or "Confirm")).Select(name => Parameter(cmdlet, name)));
        var confirmed = cmdlet.IsConfirmed ? "$true" : "$false";
        text.Append("\n    )\n    process {\n        $ending = $null\n");
        text.Append(CultureInfo.InvariantCulture, $"        Invoke-PlayedCmdlet $PSCmdlet $PSBoundParameters '{cmdlet.Name}' {confirmed} ([ref] $ending)\n");
        text.Append("        if ($null -ne $ending) { $PSCmdlet.ThrowTerminatingError($ending) }\n    }\n}\n");
        return text.ToString();
    }

    private static string Binding(CmdletSyntax cmdlet) => string.Join(", ", new[]
    {
        cmdlet.IsConfirmed ? $"SupportsShouldProcess = $true, ConfirmImpact = '{ImpactOf(cmdlet.Name)}'" : null,
        cmdlet.DefaultSet is { } set ? $"DefaultParameterSetName = '{set}'" : null,
        "PositionalBinding = $false",
    }.OfType<string>());

    /// <summary>By the vendors: what removes, and a new issuer (powershell.md 11).</summary>
    private static string ImpactOf(string cmdlet) =>
        cmdlet.StartsWith("Remove-", StringComparison.Ordinal) || cmdlet == "New-SPTrustedSecurityTokenIssuer" ? "High" : "Medium";

    private static string Parameter(CmdletSyntax cmdlet, string name)
    {
        var inSets = cmdlet.Sets
            .Select(set => (Set: set, Parameter: set.Parameters.FirstOrDefault(found => found.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
            .Where(found => found.Parameter is not null).ToList();
        var type = inSets[0].Parameter!.Type;
        var attributes = inSets.Select(found => Attribute(found.Set, found.Parameter!));
        var accepted = AcceptedValues.Of(type) is { IsEmpty: false } values
            ? [$"[ValidateSet({string.Join(", ", values.Select(value => $"'{value}'"))})]"]
            : Array.Empty<string>();
        return string.Concat(attributes.Concat(accepted).Select(line => $"        {line}\n")) + $"        [{ParameterTypes.Of(type)}] ${{{name}}}";
    }

    private static string Attribute(CmdletSet set, ParameterSyntax parameter) => $"[Parameter({string.Join(", ", new[]
    {
        set.Name == CmdletSyntax.OnlySet ? null : $"ParameterSetName = '{set.Name}'",
        parameter.IsMandatory ? "Mandatory = $true" : null,
        parameter.IsPositional ? $"Position = {set.Parameters.Where(found => found.IsPositional).ToList().IndexOf(parameter)}" : null,
    }.OfType<string>())})]";
}
