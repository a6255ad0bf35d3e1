using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Plugin.Resources.ConnectivityChecks;

/// <summary>What a preview says of a planned connectivity check: it would hold, it would fail and why, or that this cannot be told yet.</summary>
internal sealed class CheckVerdict(PlannedTrust planned, ResourcePlan plan, Operation operation)
{
    private readonly ConnectivityCheckInputs inputs = ConnectivityCheckInputs.Read(plan.Inputs);
    private readonly PreviewGate gate = PreviewGate.Of(plan.Installation.Proof);

    public async Task TellAsync(ConnectivityRequest request, ConnectivityReport report)
    {
        var forecast = CheckForecast.Of(request, report, planned);
        planned.Remember(new ToldVerdict(plan.Urn, request, forecast, report.Reached));
        var call = CallWords.Of(request, report);
        await (forecast switch
        {
            { Failed: { } failed } => FailAsync(call, failed),
            { Outlook: CheckOutlook.Open } => LeaveOpenAsync(call, $"because {forecast.Reason}"),
            _ => operation.InformAsync(
                $"Preview: {call}. That would succeed, as far as configuration and keys go; network, clocks and mailbox are tried by the update.{LastFound()}"),
        });
    }

    /// <summary>Some of what the check itself says is not known.</summary>
    /// <param name="known">Its inputs.</param>
    public Task TellUnknownAsync(PropertyMap known)
    {
        planned.Remember(new ToldVerdict(plan.Urn, null, CheckForecast.NotKnown, []));
        var server = Fqdns.Normalize(inputs.Server.Value ?? "the caller");
        return LeaveOpenAsync(
            $"{server} calls {inputs.Target.Value ?? "Exchange"} for {inputs.SipUri.Value ?? "a user"}",
            $"because {string.Join(", ", UnknownPaths.In(known))} of this check is not known before, and decides who calls whom for which mailbox. "
            + "Write a value that is known before, or see what the update finds.");
    }

    private async Task FailAsync(string call, TraceStep failed)
    {
        var reason = failed.Fault?.Text ?? failed.Detail;
        if (inputs.OnlyWarns)
        {
            await operation.WarnAsync(
                $"Preview: {call}. The check would fail at step \"{failed.Name}\", and the update goes on, as onFailure says: {reason}{LastFound()}");
            return;
        }

        await operation.WarnAsync($"Preview: {call}. The update would fail at step \"{failed.Name}\": {reason}{LastFound()}");
        gate.Fail(planned.Keys.Hide($"{call}. The update would fail at step \"{failed.Name}\": {reason}"));
    }

    private async Task LeaveOpenAsync(string call, string reason)
    {
        await operation.InformAsync($"Preview: {call}. Whether that will succeed cannot be told before the update, {reason}{LastFound()}");
        gate.Open(planned.Keys.Hide($"{call}. Whether that will succeed cannot be told before the update, {reason}"));
    }

    /// <summary>What the last real call met: what no plan tells, such as a host that is down, shows there.</summary>
    private string LastFound() => ConnectivityCheckOutputs.Succeeded(plan.OldOutputs) switch
    {
        true => " The last call that was made went through.",
        false when ConnectivityCheckOutputs.Failure(plan.OldOutputs) is var (step, code) =>
            $" The last call that was made failed at step \"{step}\" with {code}.",
        _ => "",
    };
}
