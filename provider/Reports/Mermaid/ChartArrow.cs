namespace PartnerTrust.Reports.Mermaid;

/// <summary>A direction in a flowchart.</summary>
/// <param name="From">Fqdn of the caller.</param>
/// <param name="To">Fqdn of who is called.</param>
/// <param name="Link">How it is drawn, such as <c>--&gt;</c>.</param>
/// <param name="Label">What it tells, escaped.</param>
/// <param name="Rank">Where not all can be drawn, those of the highest are.</param>
internal sealed record ChartArrow(string From, string To, string Link, string Label, int Rank);
