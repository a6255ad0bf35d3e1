using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>How one server is administered: what differs from product to product.</summary>
internal interface IServerAdministration
{
    Server Server { get; }

    /// <summary>Looks at what is asked for, by as few calls as can be. What cannot be read is a <see cref="FaultException"/>.</summary>
    Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Adds to a change what every plan of it must say alike, as the server's time.</summary>
    Task<ServerChange> PrepareAsync(ServerChange change, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Reads what the plan depends on beside the sight, and plans. Changes nothing.</summary>
    Task<CmdletPlan> PlanAsync(ServerSight found, ServerChange change, IProgress<string> progress, CancellationToken cancellationToken);

    Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Why a call did not succeed.</summary>
    Fault Classify(CmdletCall call, CallAnswer answer);
}
