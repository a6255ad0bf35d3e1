using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>A server as it will be when its turn comes: it is looked at in the planned trust.</summary>
internal sealed class PlannedAdministration(IServerAdministration server, IServerReader planned) : IServerAdministration
{
    public Server Server => server.Server;

    /// <summary>What the planned trust cannot take over from the server, it has not changed either.</summary>
    public async Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            var snapshot = await planned.ReadAsync(query, progress, cancellationToken);
            return new ServerSight(snapshot) { Bound = BoundIn(snapshot.Slots) };
        }
        catch (FaultException)
        {
            return await server.LookAsync(query, progress, cancellationToken);
        }
    }

    public Task<ServerChange> PrepareAsync(ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        server.PrepareAsync(change, progress, cancellationToken);

    public Task<CmdletPlan> PlanAsync(ServerSight found, ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        server.PlanAsync(found, change, progress, cancellationToken);

    public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A plan runs nothing.");

    public Fault Classify(CmdletCall call, CallAnswer answer) => server.Classify(call, answer);

    private static BoundCertificates BoundIn(CertificateSlots slots) =>
        new(slots.Previous?.Thumbprint, slots.Current?.Thumbprint, slots.Next?.Thumbprint, slots.NextEffectiveDate)
        {
            CurrentSince = slots.CurrentSince,
        };
}
