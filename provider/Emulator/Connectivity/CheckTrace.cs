using System.Collections.Immutable;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Takes the steps of a check one after the other and keeps what was seen. The first failure ends it. An engine that cannot be read
/// is no failure of a step: that is thrown.</summary>
internal sealed class CheckTrace(IProgress<string> progress)
{
    private readonly ImmutableArray<TraceStep>.Builder steps = ImmutableArray.CreateBuilder<TraceStep>();

    /// <summary>The id of the item once it is written.</summary>
    public string? ItemId { get; set; }

    public ConnectivityReport Report => new(steps.All(step => step.Succeeded), steps.ToImmutable(), ItemId);

    /// <param name="name">Stable name of the step.</param>
    /// <param name="doing">What the user reads meanwhile.</param>
    /// <param name="act">Gives a value and what was seen.</param>
    public async Task<T> TakeAsync<T>(string name, string doing, Func<Task<(T Value, string Detail)>> act)
    {
        progress.Report(doing);
        try
        {
            var (value, detail) = await act();
            steps.Add(new TraceStep(name, true, detail));
            return value;
        }
        catch (FaultException refused) when (!refused.Faults[0].IsOfEngine)
        {
            throw Failed(name, new CheckFailure(refused.Faults[0]));
        }
        catch (CheckFailure failure)
        {
            throw Failed(name, failure);
        }
    }

    private CheckEnded Failed(string name, CheckFailure failure)
    {
        steps.Add(new TraceStep(name, false, failure.Detail, failure.Fault, failure.Diagnostics));
        return new CheckEnded();
    }

    /// <summary>The trace says all; no further step is taken.</summary>
    internal sealed class CheckEnded : Exception;
}
