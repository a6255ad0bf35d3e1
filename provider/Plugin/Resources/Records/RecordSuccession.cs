using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>A record that replaces one on the same server takes its place in one step: two records of one partner must never coexist, and a
/// trust that works is not to be taken down first.</summary>
internal static class RecordSuccession
{
    /// <summary>What a creation may touch on the server.</summary>
    public static RecordGuard GuardOf(ResourceCreation creation, string server) =>
        new RecordGuard.New(PredecessorOn(server, creation)) { Adoptable = creation.Adoptable };

    /// <summary>Tells in a preview what the update will do. The new name is not told: one that is made up is another in the update.</summary>
    public static async Task TellAsync(ResourcePlan plan, string? server, Operation operation)
    {
        if (plan.OldInputs is null && server is not null && PredecessorOn(server, plan.Creation) is { } predecessor)
        {
            await operation.InformAsync(
                $"Preview: a new record will replace \"{predecessor}\" on {Fqdns.Normalize(server)}. The old one is removed only after the new one is there. "
                + "(With deleteBeforeReplace it is removed first.)");
        }
    }

    /// <summary>The name of the record that a creation on the server replaces; null when it replaces none there.</summary>
    private static string? PredecessorOn(string server, ResourceCreation creation) =>
        creation.Predecessor is { } id && Identity.Parts(id) is { Name.Length: > 0 } before && before.Server == Fqdns.Normalize(server)
            ? before.Name
            : null;
}
