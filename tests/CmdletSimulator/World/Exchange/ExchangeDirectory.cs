using System.Collections.Concurrent;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>What the Exchange organisations keep in Active Directory and has no place in a trust.</summary>
public sealed class ExchangeDirectory
{
    private readonly WorldStore store;
    private readonly ConcurrentDictionary<string, ExchangeOrganisation> organisations = new();

    internal ExchangeDirectory(WorldStore store) => this.store = store;

    public ExchangeOrganisation Of(string server) => Of(store.Servers.Require(server));

    internal ExchangeOrganisation Of(Server server) => organisations.GetOrAdd(server.Fqdn, _ => new ExchangeOrganisation(server, store.Now));
}
