using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A record that replaces one on the same server takes its place in one step: two records of one partner must never coexist, and a
/// trust that works is not to be taken down first.</summary>
internal static class RecordSuccession
{
    /// <summary>The name of the record that a creation on <paramref name="server"/> replaces; null when it replaces none there.</summary>
    public static string? Predecessor(Operation operation, string server) =>
        operation.Predecessor?.Split('/', 2) is [var fqdn, var name] && Fqdns.Normalize(fqdn) == server ? name : null;

    /// <summary>What a creation may touch on the server that the inputs name.</summary>
    public static RecordGuard GuardOf(Operation operation, PropertyMap inputs) =>
        new RecordGuard.New(Predecessor(operation, Fqdns.Normalize(inputs.Text("server")!))) { Adoptable = operation.Adoptable };

    /// <summary>Tells in a preview what the update will do. The new name is not told: one that is made up is another in the update.</summary>
    public static async Task TellAsync(ResourcePlan plan, Operation operation)
    {
        if (plan.OldInputs is null && plan.Inputs.TryText("server", out var server)
            && Predecessor(operation, Fqdns.Normalize(server)) is { } predecessor)
        {
            await operation.InformAsync(
                $"Preview: a new record will replace \"{predecessor}\" on {Fqdns.Normalize(server)}. The old one is removed only after the new one is there. "
                + "(With deleteBeforeReplace it is removed first.)");
        }
    }
}
