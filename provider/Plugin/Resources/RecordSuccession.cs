using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A record that replaces one on the same server takes its place in one step: two records of one partner must never coexist, and a
/// trust that works is not to be taken down first.</summary>
internal static class RecordSuccession
{
    /// <summary>The name of the record whose place a creation on <paramref name="server"/> takes; null when it takes nobody's.</summary>
    public static string? PlaceOnServer(Operation operation, string server) =>
        operation.Predecessor is { } before && before.TryText("server", out var fqdn) && Fqdns.Normalize(fqdn) == server ? before.Text("name") : null;

    /// <summary>Tells in a preview what the update will do.</summary>
    public static async Task TellAsync(ResourcePlan plan, Operation operation)
    {
        if (plan.OldInputs is null && plan.Inputs.TryText("server", out var server) && plan.Inputs.TryText("name", out var name)
            && PlaceOnServer(operation, Fqdns.Normalize(server)) is { } predecessor)
        {
            var deed = predecessor == name ? $"\"{name}\" is written anew" : $"\"{name}\" takes the place of \"{predecessor}\"";
            await operation.InformAsync(
                $"Preview: {deed} on {Fqdns.Normalize(server)}, in one step: the old record stays until the new one is sure (with deleteBeforeReplace it goes first).")
                .ConfigureAwait(false);
        }
    }
}
