using System.Globalization;
using System.Text;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Plugin.Consequences;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Previews;

/// <summary>Tells, at each certificate that the update stages, the dated steps of its rollover, and who will refuse whom from when where they are not
/// taken.</summary>
internal sealed class StagedRollovers(PlannedTrust planned, ProviderSession session)
{
    private readonly DateTimeOffset now = session.Time.GetUtcNow();

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var (urn, server) in planned.Bindings)
        {
            if (planned.GapBetween(server.Fqdn) is null && await FindStagedAsync(server, cancellationToken) is { } staged)
            {
                await TellAsync(urn, server, staged, cancellationToken);
            }
        }
    }

    private async Task TellAsync(string urn, Server server, DateTimeOffset effective, CancellationToken cancellationToken)
    {
        var plan = await new TrustQuestions(planned.Engine, session.Installation.Directory, session.Time)
            .PlanRolloverAsync(server.Fqdn, Silence.Instance, cancellationToken);
        await session.Link.InformAsync(urn, planned.Keys.Hide(WordsOf(plan)), cancellationToken);
        foreach (var watched in planned.Calls.Calls.Where(watched => watched.Call.Direction.From == server && watched.Stop is null))
        {
            await TellAsync(urn, watched.Call, effective, cancellationToken);
        }
    }

    private async Task TellAsync(string urn, DirectionCall call, DateTimeOffset effective, CancellationToken cancellationToken)
    {
        if (await planned.Calls.AskAsync(call, now, cancellationToken) is { Accepted: true }
            && await planned.Calls.AskAsync(call, effective + TimeSpan.FromSeconds(1), cancellationToken) is { Refusal: { } refusal })
        {
            var (from, to) = (call.Direction.From, call.Direction.To);
            var message = $"Preview: from {Instant.Format(effective)} on, {to.Fqdn} refuses calls of {from.Fqdn}"
                + $"{(call.SipUri is null ? " without a user" : "")}, until it has read the document of {from.Fqdn} again "
                + $"({RefreshPolicy.OfPartner(to.Product).Command}): {refusal.Text}";
            await session.Link.WarnAsync(urn, planned.Keys.Hide(message), cancellationToken);
        }
    }

    /// <summary>When the certificate that the plan stages takes effect; null where it stages none.</summary>
    private async Task<DateTimeOffset?> FindStagedAsync(Server server, CancellationToken cancellationToken)
    {
        var found = await FindAsync(planned.Engine.Found);
        var staged = await FindAsync(planned.Engine.Reader);
        return staged?.Slots is { Next: { } next, NextEffectiveDate: { } effective }
            && (next.Thumbprint != found?.Slots.Next?.Thumbprint || effective != found.Slots.NextEffectiveDate)
            ? effective
            : null;

        Task<CertificateBindingRecord?> FindAsync(IServerReader reader) =>
            reader.FindCertificateBindingAsync(server, now, Silence.Instance, cancellationToken);
    }

    private static string WordsOf(RolloverPlan plan)
    {
        var text = new StringBuilder($"Preview: the rollover of {plan.Server} by dates");
        text.Append(plan.Refusal is { } refusal ? $", which cannot be one without a gap ({refusal.Text}):" : ":");
        foreach (var step in plan.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {Instant.Format(step.NotBefore)} {step.Action} on {step.Server}: {step.Detail}");
        }

        return text.ToString();
    }
}
