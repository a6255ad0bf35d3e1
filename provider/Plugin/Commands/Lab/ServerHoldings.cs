using System.Collections.Immutable;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary>What an emulated server holds, and what is wrong with that.</summary>
/// <param name="Server">It.</param>
/// <param name="Principal">By which it goes.</param>
/// <param name="Certificates">What signs, will sign and has signed.</param>
/// <param name="Partners">In order of name.</param>
/// <param name="Findings">What is wrong.</param>
/// <param name="Faults">How it was told to fail.</param>
internal sealed record ServerHoldings(
    Server Server,
    string Principal,
    ImmutableArray<(string Slot, SigningCertificate Certificate)> Certificates,
    ImmutableArray<PartnerApplication> Partners,
    ImmutableArray<TrustFinding> Findings,
    ImmutableArray<HostFault> Faults)
{
    /// <summary>In order of fqdn.</summary>
    public static async Task<ImmutableArray<ServerHoldings>> ReadAsync(EmbeddedLab lab, CancellationToken cancellationToken)
    {
        var now = lab.Time.GetUtcNow();
        var state = await lab.ReadStateAsync(cancellationToken);
        var findings = TrustFindings.Of(state, now).ToLookup(finding => finding.Server);
        var holdings = ImmutableArray.CreateBuilder<ServerHoldings>();
        foreach (var server in lab.Servers)
        {
            holdings.Add(new ServerHoldings(
                server,
                ReceiverNames.PrincipalOf(server, state).ToString(),
                [.. SlotsOf(CertificateRules.At(state.Certificates.GetValueOrDefault(server.Fqdn) ?? CertificateSlots.Empty, server.Product, now))],
                [
                    .. state.PartnerApplications.Values.Where(partner => partner.Server == server.Fqdn)
                        .OrderBy(partner => partner.Name, StringComparer.Ordinal),
                ],
                [.. findings[server.Fqdn]],
                [.. await lab.Faults.ListAsync(server.Fqdn, cancellationToken)]));
        }

        return holdings.ToImmutable();
    }

    private static IEnumerable<(string Slot, SigningCertificate Certificate)> SlotsOf(CertificateSlots slots) =>
        from slot in new[] { (Name: "current", Held: slots.Current), (Name: "next", Held: slots.Next), (Name: "previous", Held: slots.Previous) }
        where slot.Held is not null
        select (slot.Name, slot.Held);
}
