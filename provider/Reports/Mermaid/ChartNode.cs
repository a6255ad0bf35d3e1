namespace PartnerTrust.Reports.Mermaid;

/// <summary>A server in a flowchart.</summary>
/// <param name="Fqdn">Its whole name.</param>
/// <param name="Label">What its box tells, escaped.</param>
internal sealed record ChartNode(string Fqdn, string Label);
