using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>Two resources of a program that register one partner on a server. Whichever comes second is refused; where the program declares no order
/// that is now the one and now the other, so that both are named.</summary>
internal sealed class RecordTwins(ProgramRun run, string type)
{
    private const string Registered = "PT4001";

    /// <summary>Does the work; where it is refused because of a record that the program declares as well, the refusal names both.</summary>
    public async Task<T> NamingAsync<T>(string server, Operation operation, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (FaultException refusal) when (refusal.Faults is [{ Code: Registered } fault] && TwinOf(fault, server, operation.Urn) is { } twin)
        {
            throw new FaultException(fault with
            {
                Cause = $"\"{PackageTokens.NameOf(operation.Urn)}\" and \"{PackageTokens.NameOf(twin)}\" of this program both register it; "
                    + "which of the two is refused is a matter of their order. Keep one of them.",
                IsCauseSeen = true,
            });
        }
    }

    private string? TwinOf(Fault fault, string server, string urn) => run.Declarations.All(type)
        .Where(declared => declared.Urn != urn && Identity.Parts(declared.Id) is var (keeper, name)
            && keeper == Fqdns.Normalize(server) && fault.Found.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase))
        .Select(declared => declared.Urn)
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();
}
