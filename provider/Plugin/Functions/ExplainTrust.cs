using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Plugin.Functions;

/// <summary>Would a call be accepted, and if not, which rule would refuse it? Touches no server.</summary>
internal sealed class ExplainTrust : FunctionType
{
    public override string Name => "explainTrust";

    public override bool AsksAboutThePlan => true;

    public override void Check(ResourceCheck check)
    {
        check.Server("from", "a trust");
        check.Server("to", "a trust");
        if (check.Inputs.TryText("sipUri", out var address) && !SipUris.IsValid(address))
        {
            check.Refuse(FaultCatalogue.SipUriInvalid("sipUri", address));
        }

        if (check.Inputs.TryText("at", out var time) && Instant.Parse(time) is null)
        {
            check.Refuse(FaultCatalogue.InstantInvalid("at", time));
        }
    }

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var question = new TrustQuestion(
            operation.Installation.Find(arguments.Text("from"))!.Fqdn,
            operation.Installation.Find(arguments.Text("to"))!.Fqdn,
            arguments.TryText("sipUri", out var address) ? SipUris.Normalize(address) : null,
            Instant.Parse(arguments.Text("at")) ?? operation.Now);
        var verdict = await operation.Questions.ExplainAsync(question, operation.Progress, operation.CancellationToken);
        return PropertyMap.Of(
            ("accepted", verdict.Accepted && verdict.Open is null),
            ("steps", WireForms.Steps(verdict.Steps)),
            ("code", verdict.Refusal?.Code ?? ""),
            ("refusal", verdict.Refusal?.Text ?? (verdict.Open is { } open ? $"Cannot be told: {open.Detail}." : "")));
    }
}
