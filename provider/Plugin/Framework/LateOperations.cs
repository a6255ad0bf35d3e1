using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Connectivity;

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
            if (await ForecastAsync(verdict.Request!, operation) is var now && now.Words != verdict.Forecast.Words)
            {
                planned.Remember(verdict with { Forecast = now });
                var message = Message(verdict, now, type, plan);
                await session.Link.WarnAsync(verdict.Urn, message, operation.CancellationToken);
                PreviewGate.Of(plan.Installation.Proof).Open(message);
            }
        }
    }

    private static string Message(ToldVerdict verdict, CheckForecast now, ResourceType type, ResourcePlan plan)
    {
        var late = PackageTokens.NameOf(plan.Urn);
        return $"Preview: that the check would {verdict.Forecast.Words} was told before {PlanGaps.NameOf(type, plan)} was planned; after it the check would {now.Words}. "
            + $"Add dependsOn: the update may come to either first as long as \"{PackageTokens.NameOf(verdict.Urn)}\" does not depend on \"{late}\".";
    }

    private async Task<CheckForecast> ForecastAsync(ConnectivityRequest request, Operation operation) => CheckForecast.Of(
        request, await planned.Engine.Tester!.CheckAsync(request, operation.Progress, operation.CancellationToken), planned);
}
