using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Trust;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;

namespace PartnerTrust.Plugin.Lab;

/// <summary>What the servers hold, for people.</summary>
internal sealed class LabStatus(EmbeddedLab lab, TextWriter output)
{
    public async Task<int> ShowAsync(CancellationToken cancellationToken)
    {
        var state = await lab.ReadStateAsync(cancellationToken);
        var findings = TrustFindings.Of(state, lab.Time.GetUtcNow()).ToLookup(finding => finding.Server);
        foreach (var server in lab.Servers)
        {
            await output.WriteLineAsync($"{server.Fqdn} ({server.Product}, {server.Issuer})");
            var slots = CertificateRules.At(state.Certificates.GetValueOrDefault(server.Fqdn) ?? CertificateSlots.Empty, server.Product, lab.Time.GetUtcNow());
            foreach (var line in Certificates(slots).Concat(Partners(state, server.Fqdn)).Concat(Warnings(findings[server.Fqdn])))
            {
                await output.WriteLineAsync($"  {line}");
            }

            foreach (var fault in await lab.Faults.ListAsync(server.Fqdn, cancellationToken))
            {
                await output.WriteLineAsync($"  fails: {fault.Kind} {fault.Value}".TrimEnd());
            }
        }

        return 0;
    }

    private static IEnumerable<string> Certificates(CertificateSlots slots) =>
        from slot in new[] { ("current", slots.Current), ("next", slots.Next), ("previous", slots.Previous) }
        where slot.Item2 is not null
        select $"{slot.Item1,-8} {slot.Item2.Thumbprint} until {Instant.Format(slot.Item2.NotAfter)}";

    private static IEnumerable<string> Partners(TrustState state, string server) =>
        from partner in state.PartnerApplications.Values
        where partner.Server == server
        orderby partner.Name
        select $"trusts   {partner.Name} {partner.Issuer} by {string.Join(", ", partner.TrustedKeys.Select(key => key.Thumbprint.Hex[..8]))}"
            + (partner.Enabled ? "" : " (disabled)");

    private static IEnumerable<string> Warnings(IEnumerable<TrustFinding> findings) =>
        from finding in findings
        let cause = finding.Failure is { } failure ? $"{failure.Cause} " : ""
        select $"warns    {finding.Fault.Code} {finding.Fault.Found} {cause}{finding.Fault.Remedy}";
}
