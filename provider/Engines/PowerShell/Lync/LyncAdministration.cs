using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Lync;

/// <summary>A Lync or Skype for Business deployment, by the cmdlets of one Front End: all that is written here lies in the Central Management
/// store, and is carried to the others (domain.md 2.2).</summary>
internal sealed class LyncAdministration(Server server, ServerCalls calls, IMetadataSource documents, TimeProvider time) : IServerAdministration
{
    public Server Server => server;

    public Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken) =>
        new LyncReader(server, calls, PublishedDocuments.From(documents, cancellationToken), time).LookAsync(query, progress, cancellationToken);

    public Task<ServerChange> PrepareAsync(ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        Task.FromResult(change);

    public Task<CmdletPlan> PlanAsync(ServerSight found, ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        Task.FromResult(LyncPlan.Of(server, found, change));

    public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) =>
        calls.RunAsync(call, progress, cancellationToken);

    public Fault Classify(CmdletCall call, CallAnswer answer) => calls.Classify(call, answer);
}
