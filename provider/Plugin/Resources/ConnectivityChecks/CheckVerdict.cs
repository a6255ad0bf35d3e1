using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Plugin.Resources.ConnectivityChecks;

/// <summary>What a preview says of a planned connectivity check: it would hold, it would fail and why, or that this cannot be told yet.</summary>
internal sealed class CheckVerdict(PreviewScope preview)
{
    public Task TellAsync(ConnectivityRequest request, ConnectivityReport report, Operation operation)
    {
        var call = $"{request.Server} calls {request.Target ?? "Exchange"} for {request.SipUri}";
        if (preview.Planned?.GapBetween(request.Server, request.Target) is { } gap)
        {
            return operation.InformAsync(
                $"Preview: {call}. Whether that will succeed cannot be told before the update, because {gap.Resource} is not fully known yet.");
        }

        if (report.Open is { } open)
        {
            return operation.InformAsync($"Preview: {call}. Whether that holds cannot be told before the update: {open.Detail}.");
        }

        return report.Steps.FirstOrDefault(step => !step.Succeeded) is { } failed
            ? operation.WarnAsync($"Preview: {call}. The update would fail at step \"{failed.Name}\": {Reason(failed)}")
            : operation.InformAsync($"Preview: {call}. That would succeed: {(report.Steps.Length == 1 ? "1 step" : $"{report.Steps.Length} steps")} passed, tokens signed and validated.");
    }

    private static string Reason(TraceStep failed) => failed.Fault?.Text ?? failed.Detail;
}
