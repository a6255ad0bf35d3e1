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
    private static readonly string[] DocumentUrls = ["authMetadataUrl", "url"];

    /// <summary>The first gap on which an operation turns: one of its own server, or in the document that it reads; null when all is known.</summary>
    public static async Task<PlanGap?> BeforeAsync(ResourcePlan plan, PlannedTrust planned, CancellationToken cancellationToken) =>
        planned.GapInRecordsOf(ServerOf(plan.Installation, plan.Inputs)?.Fqdn) ?? await InDocumentAsync(plan, planned, cancellationToken);

    /// <summary>The first gap in the document that an operation reads or publishes: the one of the plan is then not the one of the update. Null when
    /// there is none.</summary>
    public static async Task<PlanGap?> InDocumentAsync(ResourcePlan plan, PlannedTrust planned, CancellationToken cancellationToken) =>
        planned.HasGaps && DocumentUrls.Select(name => plan.Inputs.Text(name)).FirstOrDefault(text => text is not null) is { } text
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? planned.GapInDocumentOf((await planned.Engine.FindServerAtAsync(url, cancellationToken))?.Fqdn)
            : null;

    /// <summary>Some of what the program writes is not known before the update.</summary>
    /// <param name="type">Of which type it is.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="inputs">Its inputs, some of them unknown.</param>
    /// <param name="publishesWhatIsPlanned">Whether the server's document is known all the same.</param>
    public static PlanGap OfUnknown(ResourceType type, ResourcePlan plan, PropertyMap inputs, bool publishesWhatIsPlanned)
    {
        var paths = string.Join(", ", UnknownPaths.In(inputs));
        var server = ServerOf(plan.Installation, plan.Inputs);
        var decided = type.Decides(server?.Fqdn ?? "its server", publishesWhatIsPlanned);
        var reason = $"{paths} of {NameOf(type, plan)} is not known before the update, and decides {decided}. "
            + "Write a value that is known before, or see what the update finds.";
        return Of(type, plan, reason) with
        {
            ChangesDocument = !publishesWhatIsPlanned,
            OnlyCallsTo = publishesWhatIsPlanned ? type.Calls : null,
        };
    }

    /// <summary>What it does turns on another that could not be applied.</summary>
    public static PlanGap After(PlanGap other, ResourceType type, ResourcePlan plan) => Of(type, plan, other.Reason);

    /// <summary>A server could not be read.</summary>
    public static PlanGap OfFailure(ResourceType type, ResourcePlan plan, FaultException failure) =>
        Of(type, plan, $"{NameOf(type, plan)} could not be planned: {failure.Message}");

    /// <summary>Whether a URL or a name is refused because another has it.</summary>
    public static bool IsOfTakenPlace(Fault refusal) => refusal.Code is "PT7015" or "PT7016";

    /// <summary>Another resource holds the place, and is replaced as well: <c>deleteBeforeReplace</c> decides whether it is gone by then, and the
    /// engine does not tell whether it is set.</summary>
    public static PlanGap OfReplacement(ReplacedResource holder, ResourceType type, ResourcePlan plan) => Of(
        type, plan, $"\"{PackageTokens.NameOf(holder.Urn)}\" is replaced in the same update, and is gone before only with deleteBeforeReplace.");

    public static string NameOf(ResourceType type, ResourcePlan plan) => $"{type.Name} \"{PackageTokens.NameOf(plan.Urn)}\"";

    /// <summary>An authorization server stands between others: what is not known of it is not known of any call.</summary>
    private static PlanGap Of(ResourceType type, ResourcePlan plan, string reason)
    {
        var server = ServerOf(plan.Installation, plan.Inputs);
        return new PlanGap(server is { Product: ServerProduct.TokenServer } ? null : server?.Fqdn, NameOf(type, plan), reason)
        {
            MayPublish = type.Publishes,
            ChangesDocument = type.ChangesDocument(plan),
        };
    }

    private static Server? ServerOf(Installation installation, PropertyMap inputs) => installation.Find(inputs.Text(Identity.Server));
}
