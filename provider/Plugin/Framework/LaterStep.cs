using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What is done to a resource once it is written: what fails from there on leaves it incomplete, not absent.</summary>
internal static class LaterStep
{
    /// <param name="written">The resource as it is by now.</param>
    /// <param name="interruption">What the user is told when the step is cancelled.</param>
    /// <param name="step">The step.</param>
    public static async Task<T> RunAsync<T>(ResourceState written, string interruption, Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (FaultException refusal)
        {
            throw new PartialFailureException(written, refusal.Faults, refusal);
        }
        catch (OperationCanceledException cancelled)
        {
            throw new PartialFailureException(written, [FaultCatalogue.Incomplete(written.Id, interruption)], cancelled);
        }
    }
}
