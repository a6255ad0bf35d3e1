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
        planned.Remember(new ToldVerdict(plan.Urn, request, ToldVerdict.OutcomeOf(report), report.Reached));
        var call = $"{request.Server} calls {ReceiverOf(request, report)} for {request.SipUri}";
        if (planned.GapBetween(report.Reached) is { } gap)
        {
            await LeaveOpenAsync(call, $"because {gap.Reason}");
        }
        else if (report.Steps.FirstOrDefault(step => !step.Succeeded) is { } failed)
        {
            await FailAsync(call, failed);
        }
        else if (report.Open is { } open)
        {
            await LeaveOpenAsync(call, $"because {open.Detail}.");
        }
        else
        {
            await operation.InformAsync(
                $"Preview: {call}. That would succeed, as far as configuration and keys go; network, clocks and mailbox are tried by the update.{LastFound()}");
        }
    }

    /// <summary>Some of what the check itself says is not known.</summary>
    /// <param name="known">Its inputs.</param>
    public Task TellUnknownAsync(PropertyMap known)
    {
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
                $"Preview: {call}. The check would fail at step \"{failed.Name}\", and the update goes on, as onFailure says: {reason}");
            return;
        }

        await operation.WarnAsync($"Preview: {call}. The update would fail at step \"{failed.Name}\": {reason}");
        gate.Fail(planned.Keys.Hide($"{call}. The update would fail at step \"{failed.Name}\": {reason}"));
    }

    private async Task LeaveOpenAsync(string call, string reason)
    {
        await operation.InformAsync($"Preview: {call}. Whether that will succeed cannot be told before the update, {reason}");
        gate.Open(planned.Keys.Hide($"{call}. Whether that will succeed cannot be told before the update, {reason}"));
    }

    /// <summary>The server to which the way leads, as far as it goes.</summary>
    private static string ReceiverOf(ConnectivityRequest request, ConnectivityReport report) =>
        request.NamedTarget ?? (report.Reached is [_, .., var last] ? last : "Exchange");

    /// <summary>What the last real call met, where it is another thing than what is foretold.</summary>
    private string LastFound() => ConnectivityCheckOutputs.Failure(plan.OldOutputs) is var (step, code)
        ? $" The last call that was made failed at step \"{step}\" with {code}."
        : "";
}
