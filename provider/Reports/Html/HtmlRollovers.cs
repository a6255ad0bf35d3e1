using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;
using PartnerTrust.Trust.Rollover;
using static PartnerTrust.Reports.Html.HtmlText;

namespace PartnerTrust.Reports.Html;

/// <summary>The next rollover of each server, as dated steps.</summary>
internal static class HtmlRollovers
{
    public static Markup Of(TrustOverview overview)
    {
        var rollovers = RolloverReport.AllOf(overview);
        return rollovers.IsEmpty
            ? Markup.Of($"<p class=\"soft\">No server signs, and none can roll.</p>")
            : Markup.Join(rollovers.Select(rollover => Of(rollover, overview.Now)));
    }

    private static Markup Of(RolloverReport rollover, DateTimeOffset now) => Markup.Of(
        $"<div class=\"server\"><h3>{rollover.Server.Fqdn}</h3><p>{Linked(rollover.Timing(now))}</p><ol class=\"steps\">{rollover.Steps.Select(Step)}</ol></div>\n");

    private static Markup Step(RolloverStep step) => Markup.Of(
        $"<li>{Time(step.NotBefore)}: <b>{Words.OfStep(step.Action)}</b> on {step.Server}. {Linked(step.Detail)}</li>");
}
