using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab status</c>: what the servers hold, for people.</summary>
internal static class LabStatusCommand
{
    public static Command Of(LabAccess access)
    {
        var command = new ExampledCommand(
            "status",
            "Show what the servers hold, and what is wrong with the trust",
            ("lab status --data .partnertrust/dev", "See the servers of a data directory"));
        access.Let(command, async (lab, _, cancellationToken) => string.Join(Environment.NewLine, await LinesAsync(lab, cancellationToken)));
        return command;
    }

    private static async Task<List<string>> LinesAsync(EmbeddedLab lab, CancellationToken cancellationToken)
    {
        var now = lab.Time.GetUtcNow();
        var state = await lab.ReadStateAsync(cancellationToken);
        var findings = TrustFindings.Of(state, now).ToLookup(finding => finding.Server);
        var lines = new List<string>();
        foreach (var server in lab.Servers)
        {
            lines.Add($"{server.Fqdn} ({server.Product}, {ReceiverNames.PrincipalOf(server, state)})");
            lines.AddRange(Certificates(state, server, now).Concat(Partners(state, server)).Concat(Warnings(findings[server.Fqdn])));
            lines.AddRange(from fault in await lab.Faults.ListAsync(server.Fqdn, cancellationToken)
                           select $"  fails: {fault.Kind} {fault.Value}".TrimEnd());
        }

        return lines;
    }

    private static IEnumerable<string> Certificates(TrustState state, Server server, DateTimeOffset now)
    {
        var slots = CertificateRules.At(state.Certificates.GetValueOrDefault(server.Fqdn) ?? CertificateSlots.Empty, server.Product, now);
        return from slot in new[] { ("current", slots.Current), ("next", slots.Next), ("previous", slots.Previous) }
               where slot.Item2 is not null
               select $"  {slot.Item1,-8} {slot.Item2.Thumbprint} until {Instant.Format(slot.Item2.NotAfter)}";
    }

    private static IEnumerable<string> Partners(TrustState state, Server server) =>
        from partner in state.PartnerApplications.Values
        where partner.Server == server.Fqdn
        orderby partner.Name
        select $"  trusts   {partner.Name} {partner.Issuer} {Vouching(partner)}{(partner.Enabled ? "" : " (disabled)")}";

    private static string Vouching(PartnerApplication partner) => partner.Source is PartnerSource.AuthorizationServer
        ? "through an authorization server"
        : $"by {string.Join(", ", (partner.TrustedKeys ?? []).Select(key => key.Thumbprint.Hex[..8]))}";

    private static IEnumerable<string> Warnings(IEnumerable<TrustFinding> findings) =>
        from finding in findings
        let fault = finding.Fault
        let consequence = finding.Consequence.Length == 0 ? "" : $"{finding.Consequence} "
        select $"  warns    {fault.Code} {fault.Found} {consequence}{fault.Remedy}";
}
