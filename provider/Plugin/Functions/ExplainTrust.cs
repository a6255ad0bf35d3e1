using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Plugin.Functions;

/// <summary>Would a call be accepted, and if not, which rule would refuse it? Touches no server.</summary>
internal sealed class ExplainTrust : FunctionType
{
    public override string Name => "explainTrust";

    public override void Check(ResourceCheck check)
    {
        var asked = Arguments.Read(check.Inputs);
        check.Server(asked.From, "a trust");
        check.Server(asked.To, "a trust");
        if (asked.SipUri.Value is { } address && !SipUris.IsValid(address))
        {
            check.Refuse(FaultCatalogue.SipUriInvalid(asked.SipUri.Path, address));
        }

        if (asked.At.Value is { } time && Instant.Parse(time) is null)
        {
            check.Refuse(FaultCatalogue.InstantInvalid(asked.At.Path, time));
        }
    }

    public override IEnumerable<string?> ServersIn(PropertyMap arguments, Installation installation)
    {
        var asked = Arguments.Read(arguments);
        return [installation.Find(asked.From.Value)?.Fqdn, installation.Find(asked.To.Value)?.Fqdn];
    }

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var asked = Arguments.Read(arguments);
        var question = new TrustQuestion(
            operation.Installation.Find(asked.From.Value)!.Fqdn,
            operation.Installation.Find(asked.To.Value)!.Fqdn,
            asked.SipUri.Value is { } address ? SipUris.Normalize(address) : null,
            Instant.Parse(asked.At.Value) ?? operation.Now);
        var verdict = await operation.Questions.ExplainAsync(question, operation.Progress, operation.CancellationToken);
        return PropertyMap.Of(
            ("accepted", verdict.Accepted && verdict.Open is null),
            ("steps", WireValues.Steps(verdict.Steps)),
            ("code", verdict.Refusal?.Code ?? ""),
            ("refusal", verdict.Refusal?.Text ?? (verdict.Open is { } open ? $"Cannot be told: {open.Detail}." : "")));
    }

    private sealed record Arguments(Input<string> From, Input<string> To, Input<string> SipUri, Input<string> At)
    {
        public static Arguments Read(PropertyMap map)
        {
            var reader = new InputReader(map);
            return new Arguments(reader.Text("from"), reader.Text("to"), reader.Text("sipUri"), reader.Text("at"));
        }
    }
}
