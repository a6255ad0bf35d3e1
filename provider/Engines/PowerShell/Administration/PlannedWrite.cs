using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Writes to one server, one write at a time: look, decide on a copy, plan, run call by call, look again.</summary>
internal sealed class PlannedWrite(IServerAdministration administration, WriteTools tools) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public async Task<WriteOutcome<T>> RunAsync<T>(
        IntendedWrite<T> write, IProgress<string> progress, CancellationToken cancellationToken)
        where T : class
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var (run, sight) = await PrepareAsync(write, progress, cancellationToken);
            return await run.RunAsync(sight) is var outcome && outcome is WriteOutcome<T>.Done done
                ? done with { Remarks = done.Remarks.AddRange(tools.Clocks.Of(administration.Server.Fqdn)) }
                : outcome;
        }
        catch (FaultException refusal)
        {
            return new WriteOutcome<T>.Refused(refusal.Faults);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What would be run, without running it: reads alone.</summary>
    public async Task<CmdletPlan> PlanAsync<T>(IntendedWrite<T> write, IProgress<string> progress, CancellationToken cancellationToken)
        where T : class
    {
        var (run, _) = await PrepareAsync(write, progress, cancellationToken);
        return run.Plan;
    }

    public void Dispose() => turn.Dispose();

    private async Task<(PlanRun<T> Run, ServerSight Sight)> PrepareAsync<T>(
        IntendedWrite<T> write, IProgress<string> progress, CancellationToken cancellationToken)
        where T : class
    {
        var sight = await administration.LookAsync(write.Query, progress, cancellationToken);
        await using var copy = new TrustCopy(administration, write.Query, sight, tools);
        var intention = await write.DecideAsync(copy, cancellationToken);
        intention = intention with { Change = await administration.PrepareAsync(intention.Change, progress, cancellationToken) };
        var plan = await administration.PlanAsync(sight, intention.Change, progress, cancellationToken);
        return (new PlanRun<T>(administration, Again(write.Query, intention.Change), intention, plan, progress, cancellationToken), sight);
    }

    /// <summary>The query that sees whether a brought certificate has arrived, too.</summary>
    private static ServerQuery Again(ServerQuery query, ServerChange change) =>
        change is ServerChange.Certificates { Brought.Certificate.Thumbprint: var brought } && !query.Certificates.Contains(brought)
            ? query with { Certificates = [.. query.Certificates, brought] }
            : query;
}
