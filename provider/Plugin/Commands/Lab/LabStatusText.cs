using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary>What the servers hold, for people.</summary>
internal static class LabStatusText
{
    public static string Write(IEnumerable<ServerHoldings> servers) => string.Join(Environment.NewLine, servers.SelectMany(Lines));

    private static IEnumerable<string> Lines(ServerHoldings held) =>
    [
        $"{held.Server.Fqdn} ({held.Server.Product}, {held.Principal})",
        .. held.Certificates.Select(slot => $"  {slot.Slot,-8} {slot.Certificate.Thumbprint} until {Instant.Format(slot.Certificate.NotAfter)}"),
        .. held.Partners.Select(partner => $"  trusts   {partner.Name} {partner.Issuer} {Vouching(partner)}{(partner.Enabled ? "" : " (disabled)")}"),
        .. held.Findings.Select(Warning),
        .. held.Faults.Select(fault => $"  fails: {fault.Kind} {fault.Value}".TrimEnd()),
    ];

    private static string Vouching(PartnerApplication partner) => partner.Source is PartnerSource.AuthorizationServer
        ? "through an authorization server"
        : $"by {string.Join(", ", (partner.TrustedKeys ?? []).Select(key => key.Thumbprint.Hex[..8]))}";

    private static string Warning(TrustFinding finding)
    {
        var consequence = finding.Consequence.Length == 0 ? "" : $"{finding.Consequence} ";
        return $"  warns    {finding.Fault.Code} {finding.Fault.Found} {consequence}{finding.Fault.Remedy}";
    }
}
