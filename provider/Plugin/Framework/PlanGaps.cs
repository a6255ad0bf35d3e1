using PartnerTrust.Engines.Shadow;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What a planned operation turns on, and what is left open where it cannot be applied.</summary>
internal static class PlanGaps
{
    private const string DocumentUrl = "authMetadataUrl";

    /// <summary>The operation's own server, and the one whose document it reads; null for one that is not configured.</summary>
    public static async Task<IReadOnlyList<string?>> ServersOfAsync(
        ResourcePlan plan, ShadowEngine planned, CancellationToken cancellationToken)
    {
        var servers = new List<string?> { plan.Installation.Find(plan.Inputs.Text(Identity.Server))?.Fqdn };
        if (Uri.TryCreate(plan.Inputs.Text(DocumentUrl), UriKind.Absolute, out var url))
        {
            servers.Add((await planned.FindServerAtAsync(url, cancellationToken))?.Fqdn);
        }

        return servers;
    }

    /// <summary>Some of what the program writes is not known before the update.</summary>
    public static PlanGap OfUnknown(ResourceType type, ResourcePlan plan, PropertyMap inputs)
    {
        var paths = string.Join(", ", UnknownPaths.In(inputs));
        var server = ServerOf(plan.Installation, plan.Inputs);
        return Of(type, plan, $"{paths} of {NameOf(type, plan)} is not known before the update, and decides {type.Decides(server?.Fqdn ?? "its server")}. "
            + "Write a value that is known before, or see what the update finds.");
    }

    /// <summary>What it does turns on another that could not be applied.</summary>
    public static PlanGap After(PlanGap other, ResourceType type, ResourcePlan plan) => Of(type, plan, other.Reason);

    /// <summary>A server could not be read.</summary>
    public static PlanGap OfFailure(ResourceType type, ResourcePlan plan, FaultException failure) =>
        Of(type, plan, $"{NameOf(type, plan)} could not be planned: {failure.Message}");

    public static string NameOf(ResourceType type, ResourcePlan plan) => $"{type.Name} \"{PackageTokens.NameOf(plan.Urn)}\"";

    /// <summary>An authorization server stands between others: what is not known of it is not known of any call.</summary>
    private static PlanGap Of(ResourceType type, ResourcePlan plan, string reason)
    {
        var server = ServerOf(plan.Installation, plan.Inputs);
        return new PlanGap(server is { Product: ServerProduct.TokenServer } ? null : server?.Fqdn, NameOf(type, plan), reason)
        {
            MayPublish = type.Publishes,
        };
    }

    private static Server? ServerOf(Installation installation, PropertyMap inputs) => installation.Find(inputs.Text(Identity.Server));
}
