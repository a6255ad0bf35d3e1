using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary>What the servers hold, for programs, in the form of version 1 that <c>docs/commands/lab.md</c> describes.</summary>
internal static class LabStatusJson
{
    private const int Version = 1;

    public static string Write(DateTimeOffset now, IEnumerable<ServerHoldings> servers) => new JObject
    {
        ["version"] = Version,
        ["at"] = Instant.Format(now),
        ["servers"] = new JArray(servers.Select(Of)),
    }.ToString(Formatting.Indented);

    private static JObject Of(ServerHoldings held) => new()
    {
        ["server"] = held.Server.Fqdn,
        ["product"] = held.Server.Product.ToString(),
        ["principal"] = held.Principal,
        ["certificates"] = new JArray(held.Certificates.Select(slot => Of(slot.Slot, slot.Certificate))),
        ["partners"] = new JArray(held.Partners.Select(Of)),
        ["findings"] = new JArray(held.Findings.Select(Of)),
        ["faults"] = new JArray(held.Faults.Select(fault => new JObject { ["kind"] = fault.Kind.ToString(), ["value"] = fault.Value })),
    };

    private static JObject Of(string slot, SigningCertificate certificate) => new()
    {
        ["slot"] = slot,
        ["thumbprint"] = certificate.Thumbprint.Hex,
        ["notAfter"] = Instant.Format(certificate.NotAfter),
    };

    private static JObject Of(PartnerApplication partner) => new()
    {
        ["name"] = partner.Name,
        ["issuer"] = partner.Issuer,
        ["enabled"] = partner.Enabled,
        ["authorizationServer"] = partner.Source is PartnerSource.AuthorizationServer,
        ["keys"] = partner.TrustedKeys is { } keys ? new JArray(keys.Select(key => key.Thumbprint.Hex)) : null,
    };

    private static JObject Of(TrustFinding finding) => new()
    {
        ["number"] = finding.Fault.Code,
        ["record"] = finding.Name,
        ["found"] = finding.Fault.Found,
        ["expected"] = finding.Fault.Expected,
        ["consequence"] = finding.Consequence.Length == 0 ? null : finding.Consequence,
        ["remedy"] = finding.Fault.Remedy,
    };
}
