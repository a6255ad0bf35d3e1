using System.Collections.Immutable;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded.Store;

namespace PartnerTrust.Engines.Embedded.Lab;

/// <summary>The ways in which the emulated servers fail as long as they are told to.</summary>
public sealed class LabFaults
{
    private readonly SqliteTrustStore store;
    private readonly ServerDirectory servers;

    internal LabFaults(SqliteTrustStore store, ServerDirectory servers) => (this.store, this.servers) = (store, servers);

    public Task<ImmutableArray<HostFault>> ListAsync(string server, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.ReadAsync(session => session.Hosts.ListFaults(known.Fqdn).ToImmutableArray(), cancellationToken);
    }

    /// <summary>Those of all servers, in order of fqdn.</summary>
    public Task<ImmutableArray<HostFault>> ListAllAsync(CancellationToken cancellationToken) => store.ReadAsync(
        session => servers.Servers.OrderBy(server => server.Fqdn, StringComparer.Ordinal)
            .SelectMany(server => session.Hosts.ListFaults(server.Fqdn)).ToImmutableArray(),
        cancellationToken);

    public Task SwitchOnAsync(HostFault fault, CancellationToken cancellationToken)
    {
        var known = servers.Require(fault.Server);
        return store.WriteAsync(
            session =>
            {
                session.Hosts.Switch(fault with { Server = known.Fqdn });
                if (fault.Kind == HostFaultKind.StaleConfiguration)
                {
                    session.Memories.Refresh(known.Fqdn);
                }
            },
            cancellationToken);
    }

    /// <summary>One kind, or all of the server's faults.</summary>
    public Task SwitchOffAsync(string server, HostFaultKind? kind, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.WriteAsync(
            session =>
            {
                session.Hosts.Clear(known.Fqdn, kind);
                if (kind is null or HostFaultKind.StaleConfiguration)
                {
                    session.Memories.Forget(known.Fqdn);
                }
            },
            cancellationToken);
    }
}
