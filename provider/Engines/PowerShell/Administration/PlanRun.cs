using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>One run of a plan. Whatever happens to a call, the server is looked at again and planned for again: what that plan leaves out has been
/// done. No call is sent a second time unless the server still is as it was before the first.</summary>
internal sealed class PlanRun<T>(
    IServerAdministration administration,
    ServerQuery query,
    Intention<T> intention,
    CmdletPlan plan,
    IProgress<string> progress,
    CancellationToken cancellationToken)
    where T : class
{
    private readonly List<CmdletCall> done = [];
    private ImmutableArray<CmdletCall> pending = plan.Calls;
    private ImmutableArray<CmdletCall> forKeysAlone = plan.ForKeysAlone;
    private CmdletCall? repeated;
    private bool isSent;
    private string blindness = "";

    public CmdletPlan Plan => plan;

    /// <param name="before">What was found.</param>
    public async Task<WriteOutcome<T>> RunAsync(ServerSight before)
    {
        if (plan.Writes.IsEmpty)
        {
            return DoneWith(before);
        }

        while (!pending.IsEmpty)
        {
            var call = pending[0];
            progress.Report($"{call.Cmdlet} on {administration.Server.Fqdn}");
            var result = await SendAsync(call);
            if (result is CallResult.Succeeded)
            {
                Advance(call);
            }
            else if (await RecoverAsync(call, result) is { } end)
            {
                return end;
            }
        }

        return await FinishAsync();
    }

    private void Advance(CmdletCall call)
    {
        if (AllowedCmdlets.Writes(call))
        {
            done.Add(call);
        }

        pending = pending.RemoveAt(0);
    }

    private async Task<CallResult> SendAsync(CmdletCall call)
    {
        if (!isSent)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        isSent |= AllowedCmdlets.Writes(call);
        try
        {
            var answer = await administration.RunAsync(call, progress, cancellationToken);
            return answer switch
            {
                { Succeeded: true } => new CallResult.Succeeded(),
                { Ending: CallEnding.Cancelled } when cancellationToken.IsCancellationRequested => new CallResult.Abandoned(Interrupted(call, "it was cancelled.")),
                { Ending: CallEnding.TimedOut or CallEnding.Cancelled } => new CallResult.Unknown(administration.Classify(call, answer)),
                _ => new CallResult.Failed(administration.Classify(call, answer)),
            };
        }
        catch (FaultException lost)
        {
            return new CallResult.Unknown(lost.Faults[0]);
        }
        catch (OperationCanceledException) when (isSent)
        {
            return new CallResult.Abandoned(Interrupted(call, "it was cancelled."));
        }
    }

    /// <summary>Null where the run goes on.</summary>
    private async Task<WriteOutcome<T>?> RecoverAsync(CmdletCall call, CallResult result)
    {
        if (result is CallResult.Abandoned abandoned)
        {
            return new WriteOutcome<T>.Interrupted(abandoned.Fault, null);
        }

        var fault = result is CallResult.Failed failed ? failed.Fault : ((CallResult.Unknown)result).Fault;
        if (await LookAgainAsync() is not { } look)
        {
            return new WriteOutcome<T>.Interrupted(Interrupted(call, $"{fault.Code}: {fault.Found} {blindness}"), null);
        }

        var isWrite = AllowedCmdlets.Writes(call);
        var isUntouched = Writes(look.Left).SequenceEqual(Writes(pending));
        if (isWrite && LeftAfter(call, look) is { } left)
        {
            done.Add(call);
            pending = left;
        }
        else if (isWrite && isUntouched && result is CallResult.Unknown && repeated != call)
        {
            repeated = call;
            pending = look.Left;
        }
        else
        {
            return isUntouched && done.Count == 0 && (result is CallResult.Failed || !isWrite)
                ? new WriteOutcome<T>.Refused([fault])
                : new WriteOutcome<T>.Interrupted(BrokenOff(call, result, fault), look.Seen);
        }

        forKeysAlone = look.ForKeysAlone;
        return null;
    }

    /// <summary>What comes after the call, where nothing else is left: then it has taken effect; else null. Even that need not be left: what is
    /// staged with a date that is past, the server itself makes current. Where keys cannot be seen, a call that is seen to have written the record
    /// has copied them.</summary>
    private ImmutableArray<CmdletCall>? LeftAfter(CmdletCall call, Look look)
    {
        var after = Writes(pending.RemoveAt(0));
        return Writes(look.Left).IsEmpty || Writes(look.Left).SequenceEqual(after) ? look.Left
            : !forKeysAlone.Contains(call) && Writes(look.LeftButKeys).SequenceEqual(after) ? look.LeftButKeys
            : null;
    }

    private async Task<WriteOutcome<T>> FinishAsync()
    {
        if (await LookAgainAsync() is not { } look)
        {
            return new WriteOutcome<T>.Interrupted(Interrupted(done[^1], blindness), null);
        }

        var left = Writes(look.LeftButKeys);
        return left.IsEmpty
            ? DoneWith(look.Sight)
            : new WriteOutcome<T>.Interrupted(FaultCatalogue.WriteNotSeen(administration.Server.Fqdn, left[0].Cmdlet), look.Seen);
    }

    private WriteOutcome<T> DoneWith(ServerSight sight) =>
        new WriteOutcome<T>.Done(intention.Removes || intention.See(sight) is not { } seen ? null : intention.AsWritten(seen))
        {
            Remarks = plan.Remarks,
        };

    /// <summary>Null where nothing can be seen.</summary>
    private async Task<Look?> LookAgainAsync()
    {
        try
        {
            var sight = await administration.LookAsync(query, progress, cancellationToken);
            var left = await administration.PlanAsync(sight, intention.Change, progress, cancellationToken);
            return new Look(sight, new Sighting<T>(intention.See(sight)), left.After(done), left.ForKeysAlone);
        }
        catch (FaultException failure)
        {
            blindness = $"What came of it cannot be read ({failure.Faults[0].Code}): {failure.Faults[0].Found}";
            return null;
        }
        catch (OperationCanceledException)
        {
            blindness = "It was cancelled before what came of it was read.";
            return null;
        }
    }

    private static ImmutableArray<CmdletCall> Writes(ImmutableArray<CmdletCall> calls) => [.. calls.Where(AllowedCmdlets.Writes)];

    private Fault BrokenOff(CmdletCall call, CallResult result, Fault fault) => result is CallResult.Failed
        ? FaultCatalogue.WriteHalfDone(administration.Server.Fqdn, call.Cmdlet, fault)
        : Interrupted(call, $"{fault.Code}: {fault.Found}");

    private Fault Interrupted(CmdletCall call, string cause) =>
        FaultCatalogue.WriteInterrupted(administration.Server.Fqdn, call.Cmdlet, cause);

    /// <param name="Sight">The server.</param>
    /// <param name="Seen">Of it what was to be written.</param>
    /// <param name="Left">What would have to be run now, reads again: the shell in which their objects were kept may be gone.</param>
    /// <param name="ForKeysAlone">Which of it only copies keys.</param>
    private sealed record Look(
        ServerSight Sight, Sighting<T> Seen, ImmutableArray<CmdletCall> Left, ImmutableArray<CmdletCall> ForKeysAlone)
    {
        public ImmutableArray<CmdletCall> LeftButKeys => Left.RemoveAll(ForKeysAlone.Contains);
    }
}
