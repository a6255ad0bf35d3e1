using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.World;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>The modules that come into shells while they run.</summary>
internal sealed class SessionModules(string folder) : ISessionModules
{
    public string? Write(Edition edition, string machine, Guid? session, IReadOnlyCollection<string>? cmdlets, Rbac rbac)
    {
        var all = SharedModules.Cmdlets.Of(edition);
        var wanted = rbac.Narrow(all.Where(cmdlet => cmdlets is null || cmdlets.Contains(cmdlet.Name, StringComparer.OrdinalIgnoreCase))).ToList();
        if (wanted.Count == 0)
        {
            return null;
        }

        var path = Path.Combine(folder, $"tmp_{Guid.NewGuid():N}.psm1");
        File.WriteAllText(path, ModuleText.Of(wanted, machine, session));
        return path;
    }
}
