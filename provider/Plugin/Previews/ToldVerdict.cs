using System.Collections.Immutable;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Plugin.Previews;

/// <summary>What a preview said of a check, by the plan as it was then.</summary>
/// <param name="Urn">The check.</param>
/// <param name="Request">The call.</param>
/// <param name="Outcome">In short: that it holds, or the step and the number at which it fails.</param>
/// <param name="Servers">Fqdns of those on which that turned.</param>
internal sealed record ToldVerdict(string Urn, ConnectivityRequest Request, string Outcome, ImmutableArray<string> Servers)
{
    public static string OutcomeOf(ConnectivityReport report) =>
        report.Steps.FirstOrDefault(step => !step.Succeeded) is { } failed ? $"fail at step \"{failed.Name}\" with {failed.Code}"
        : report.Open is { } open ? $"be open at step \"{open.Name}\""
        : "succeed";
}
