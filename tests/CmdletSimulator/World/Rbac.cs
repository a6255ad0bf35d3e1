using System.Collections.Concurrent;
using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>What the management roles of an Exchange account do not contain: such cmdlets and parameters are not there (powershell.md 4).</summary>
public sealed class Rbac
{
    private readonly ConcurrentDictionary<string, bool> hidden = new(StringComparer.OrdinalIgnoreCase);

    public void Hide(string cmdlet) => hidden[cmdlet] = true;

    public void Hide(string cmdlet, string parameter) => hidden[$"{cmdlet} {parameter}"] = true;

    public void ShowAll() => hidden.Clear();

    internal IEnumerable<CmdletSyntax> Narrow(IEnumerable<CmdletSyntax> cmdlets) =>
        from cmdlet in cmdlets
        where !hidden.ContainsKey(cmdlet.Name)
        select cmdlet with
        {
            Sets =
            [
                .. cmdlet.Sets.Select(set => set with
                {
                    Parameters = set.Parameters.RemoveAll(parameter => hidden.ContainsKey($"{cmdlet.Name} {parameter.Name}")),
                }),
            ],
        };
}
