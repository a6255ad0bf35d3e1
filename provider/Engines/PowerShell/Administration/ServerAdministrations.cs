using System.Collections.Frozen;
using PartnerTrust.Engines.Contract;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>The administration of every configured server.</summary>
internal sealed class ServerAdministrations(ServerDirectory servers, IEnumerable<IServerAdministration> administrations)
{
    private readonly FrozenDictionary<string, IServerAdministration> byServer =
        administrations.ToFrozenDictionary(administration => administration.Server.Fqdn, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="Trust.Faults.FaultException">The server is not configured (PT7001).</exception>
    public IServerAdministration Require(string server) => byServer[servers.Require(server).Fqdn];
}
