using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Does what a cmdlet does on a server.</summary>
public delegate Task<PlayedAnswer> CmdletDeed(PlayedCall call, Server server, CancellationToken cancellationToken);

/// <summary>Which deed belongs to which cmdlet.</summary>
internal sealed class CmdletTable
{
    private readonly Dictionary<string, CmdletDeed> deeds = new(StringComparer.Ordinal);

    public IEnumerable<string> Cmdlets => deeds.Keys;

    public CmdletDeed? Find(string cmdlet) => deeds.GetValueOrDefault(cmdlet);

    public CmdletTable Add(string cmdlet, CmdletDeed deed)
    {
        deeds.Add(cmdlet, deed);
        return this;
    }

    /// <summary>For deeds that wait for nobody.</summary>
    public CmdletTable Add(string cmdlet, Func<PlayedCall, Server, PlayedAnswer> deed) =>
        Add(cmdlet, (call, server, _) => Task.FromResult(deed(call, server)));
}
