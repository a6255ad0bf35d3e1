using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Calls of one server's cmdlets. A read that fails is a fault, never "nothing there".</summary>
internal sealed class ServerCalls(ICmdletRunner runner, IErrorClassifier errors)
{
    public string Server => runner.Server;

    public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) =>
        runner.RunAsync(call, progress, cancellationToken);

    public Fault Classify(CmdletCall call, CallAnswer answer) => errors.Classify(runner.Server, call, answer);

    public async Task<ImmutableArray<CmdletObject>> ReadAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(call, progress, cancellationToken);
        return answer.Succeeded ? answer.Objects : throw new FaultException(Classify(call, answer));
    }

    /// <summary>The one object that every installation has.</summary>
    public async Task<CmdletObject> ReadOneAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) =>
        (await ReadAsync(call, progress, cancellationToken)).FirstOrDefault()
        ?? throw new FaultException(FaultCatalogue.AnswerEmpty(runner.Server, call.Cmdlet));

    /// <summary>What there is of what the call names; those that are not there are left out.</summary>
    public async Task<ImmutableArray<CmdletObject>> FindAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(call, progress, cancellationToken);
        var isAnswered = answer.Succeeded
            || (answer.Ending is CallEnding.Done or CallEnding.Failed && !answer.Errors.IsEmpty && answer.Errors.All(errors.IsNotFound));
        return isAnswered ? answer.Objects : throw new FaultException(Classify(call, answer));
    }
}
