using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Embedded.Store;

namespace PartnerTrust.Engines.Embedded;

/// <summary>A server that holds on to what it once read (a switchable fault) reads it anew.</summary>
internal sealed class EmulatedRestarts(SqliteTrustStore store, ServerDirectory servers) : IServiceRestarter
{
    public async Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (request.Scope == RestartScope.None)
        {
            return;
        }

        foreach (var server in request.Servers.Select(name => servers.FindByHost(name) ?? servers.Require(name)).Distinct())
        {
            progress.Report($"Restarting {(request.Scope == RestartScope.Iis ? "IIS" : "application pools")} on {server.Fqdn}");
            await store.WriteAsync(session => session.Memories.RefreshWhereKept(server.Fqdn), cancellationToken);
        }
    }
}
