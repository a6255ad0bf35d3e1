using System.Collections.Immutable;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What is to be told of a write that is done, and has to be looked up first. The write stands where that fails or is cancelled.</summary>
internal static class LaterRemarks
{
    public static async Task TellAsync(Operation operation, Func<Task<ImmutableArray<Fault>>> look)
    {
        foreach (var remark in await FindAsync(look))
        {
            await operation.WarnAsync(remark);
        }
    }

    private static async Task<ImmutableArray<Fault>> FindAsync(Func<Task<ImmutableArray<Fault>>> look)
    {
        try
        {
            return await look();
        }
        catch (OperationCanceledException)
        {
            return [];
        }
        catch (FaultException refusal)
        {
            return [.. refusal.Faults.Select(fault => fault with { IsWarning = true })];
        }
    }
}
