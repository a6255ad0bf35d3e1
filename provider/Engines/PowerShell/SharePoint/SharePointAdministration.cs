using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.SharePoint;

/// <summary>A SharePoint farm, by the cmdlets of one of its servers.</summary>
internal sealed class SharePointAdministration(Server server, ServerCalls calls, IMetadataSource documents) : IServerAdministration
{
    public Server Server => server;

    public Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken) =>
        new SharePointReader(server, calls, PublishedDocuments.From(documents, cancellationToken)).LookAsync(query, progress, cancellationToken);

    public Task<ServerChange> PrepareAsync(ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        Task.FromResult(change);

    public Task<CmdletPlan> PlanAsync(ServerSight found, ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        Task.FromResult(SharePointPlan.Of(server, found, change));

    public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) =>
        calls.RunAsync(call, progress, cancellationToken);

    public Fault Classify(CmdletCall call, CallAnswer answer) => calls.Classify(call, answer);
}
