using System.Collections.Frozen;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>What a shell may run: nothing else is ever sent to it.</summary>
public sealed class CmdletTable(IEnumerable<AllowedCmdlet> cmdlets)
{
    private readonly FrozenDictionary<string, AllowedCmdlet> byName = cmdlets.ToFrozenDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The cmdlet, or one of the parameters, is not in the table, or is given twice.</exception>
    public AllowedCmdlet Require(CmdletCall call)
    {
        var cmdlet = byName.GetValueOrDefault(call.Cmdlet) ?? throw new ArgumentException($"{call.Cmdlet} is not in the table.", nameof(call));
        var names = call.Parameters.Select(parameter => parameter.Name).ToList();
        return names.Except(cmdlet.Parameters).FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"{call.Cmdlet} has no parameter {unknown} in the table.", nameof(call))
            : names.Distinct().Count() < names.Count
            ? throw new ArgumentException($"{call.Cmdlet} is given a parameter twice.", nameof(call))
            : cmdlet;
    }
}
