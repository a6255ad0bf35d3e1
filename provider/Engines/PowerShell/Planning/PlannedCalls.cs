using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>Tells calls in the form of the transcript. What names a certificate that only the update makes is said to be that.</summary>
internal sealed class PlannedCalls(ICommandPlan plan, MadeCertificates made)
{
    private static readonly CmdletValue ToCome = new CmdletValue.Text("[thumbprint of the certificate that the update generates]");

    public void Tell(string server, CmdletPlan calls)
    {
        foreach (var call in calls.Calls)
        {
            Tell(server, call);
        }

        foreach (var remark in calls.Remarks)
        {
            plan.Remark(remark);
        }
    }

    public void Tell(string server, CmdletCall call) =>
        plan.Run(server, CallText.Of(call with { Parameters = [.. call.Parameters.Select(Known)] }));

    private CmdletParameter Known(CmdletParameter parameter) =>
        parameter.Value is CmdletValue.Text { Value: var text } && made.Has(text) ? parameter with { Value = ToCome } : parameter;
}
