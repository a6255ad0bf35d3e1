using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Tests.Shells;

namespace PartnerTrust.CmdletSimulator.Tests.Generation;

/// <summary>What PowerShell makes of the generated functions is what the pages say.</summary>
public sealed class GeneratedSetTests
{
    // PowerShell gives these to all sets of a cmdlet, or to none.
    private static readonly string[] OfAllSets = ["WhatIf", "Confirm"];

    // Wrong on the pages (powershell.md 12).
    private static readonly string[] Corrected = ["Import-ExchangeCertificate FileName", "Import-ExchangeCertificate Instance"];

    [SkippableFact]
    public async Task Every_generated_set_is_the_documented_one()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        using var folder = new TemporaryDirectory();
        var module = folder.Combine("Whole.psm1");
        await File.WriteAllTextAsync(module, ModuleText.Of(ReferencePages.Read().All));

        var run = await Shell.RunAsync(ImmutableDictionary<string, string>.Empty, $$"""
            $common = [System.Management.Automation.PSCmdlet]::CommonParameters
            Import-Module '{{module}}'
            Write-Result @(foreach ($command in Get-Command -Module Whole) {
                foreach ($set in $command.ParameterSets) {
                    @{ Cmdlet = $command.Name; Set = $set.Name; Parameters = @(foreach ($parameter in $set.Parameters) {
                        if ($parameter.Name -notin $common) {
                            $parameter.Name + $(if ($parameter.IsMandatory) { '!' }) + $(if ($parameter.Position -ge 0) { '@' })
                        }
                    }) }
                }
            })
            """);

        var generated = run.Result.ToDictionary(SetName, set => Sorted(set["Parameters"]!.Values<string>().Select(name => name!)));
        Assert.Equal(Documented().Keys.Order(StringComparer.Ordinal), generated.Keys.Order(StringComparer.Ordinal));
        Assert.All(Documented().Where(set => !Corrected.Contains(set.Key)), set => Assert.Equal($"{set.Key}: {set.Value}", $"{set.Key}: {generated[set.Key]}"));
        Assert.True(generated.Count >= 158);
    }

    private static Dictionary<string, string> Documented()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "..", "shared", "cmdlets.json"));
        return JObject.Parse(text)["cmdlets"]!.SelectMany(cmdlet => cmdlet["parameterSets"]!.Select(set => (
            Name: $"{cmdlet["cmdlet"]} {((string)set["name"]! == "(default)" ? CmdletSyntax.OnlySet : set["name"])}",
            Parameters: Sorted(set["parameters"]!.Select(parameter =>
                (string?)parameter["name"] + Mark(parameter, "required", "!") + Mark(parameter, "positional", "@"))))))
            .ToDictionary(set => set.Name, set => set.Parameters);
    }

    private static string Mark(JToken parameter, string property, string mark) => (bool?)parameter[property] == true ? mark : "";

    private static string SetName(JToken set) => $"{set["Cmdlet"]} {set["Set"]}";

    private static string Sorted(IEnumerable<string> names) =>
        string.Join(' ', names.Where(name => !OfAllSets.Contains(name) && name != "Verbose").Order(StringComparer.Ordinal));
}
