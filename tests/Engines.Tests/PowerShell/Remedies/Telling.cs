using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>What is done in the situations, and what is told of it.</summary>
internal static class Telling
{
    public static async Task<ImmutableArray<Fault>> OfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return [];
        }
        catch (FaultException refused)
        {
            return [.. refused.Faults];
        }
    }

    /// <summary>A look at all that a server keeps.</summary>
    public static Task<ImmutableArray<Fault>> OfReadAsync(IServerReader reader, string server) =>
        OfAsync(() => reader.ReadAsync(new ServerQuery(server, ServerParts.All), Silence.Instance, default));
}
