using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Operations that are planned after a check which turns on them was told of: the program declares no order between the two, so that the
/// update may come to either first.</summary>
internal sealed class LateOperations(PlannedTrust planned)
{
    /// <summary>Tells, at each such check, what it would find after the operation, where that is another thing.</summary>
    public async Task TellAsync(ResourceType type, ResourcePlan plan, ProviderSession session, Operation operation)
    {
        if (!type.ChangesServers || plan.Installation.Find(plan.Inputs.Text(Identity.Server)) is not { } server)
        {
            return;
        }

        foreach (var verdict in planned.ToldOf(server.Fqdn))
        {
            if (await OutcomeAsync(verdict, operation) is var now && now != verdict.Outcome)
            {
                planned.Remember(verdict with { Outcome = now });
                await session.Link.WarnAsync(verdict.Urn, Message(verdict, now, type, plan), operation.CancellationToken);
            }
        }
    }

    private static string Message(ToldVerdict verdict, string now, ResourceType type, ResourcePlan plan)
    {
        var late = PackageTokens.NameOf(plan.Urn);
        return $"Preview: that the check would {verdict.Outcome} was told before {PlanGaps.NameOf(type, plan)} was planned; after it the check would {now}. "
            + $"Add dependsOn: the update may come to either first as long as \"{PackageTokens.NameOf(verdict.Urn)}\" does not depend on \"{late}\".";
    }

    private async Task<string> OutcomeAsync(ToldVerdict verdict, Operation operation)
    {
        if (planned.GapBetween(verdict.Servers) is not null)
        {
            return "be open, for not all of that is known";
        }

        var report = await planned.Engine.Tester!.CheckAsync(verdict.Request, operation.Progress, operation.CancellationToken);
        return ToldVerdict.OutcomeOf(report);
    }
}
