using System.Collections.Immutable;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Lab;

/// <summary>What the status page shows, as of one moment.</summary>
internal sealed record LabView(
    TrustState State,
    ImmutableArray<Server> Servers,
    ImmutableArray<LabDirection> Directions,
    ImmutableArray<TrustFinding> Findings,
    ImmutableArray<HostFault> Faults,
    ImmutableArray<MailItem> Items,
    DateTimeOffset Now)
{
    public static async Task<LabView> OfAsync(
        IHostFaults switches, TrustState state, ImmutableArray<MailItem> items, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var servers = state.Servers.Values.OrderBy(server => server.Product).ThenBy(server => server.Fqdn, StringComparer.Ordinal).ToImmutableArray();
        var faults = ImmutableArray.CreateBuilder<HostFault>();
        foreach (var server in servers)
        {
            faults.AddRange(await switches.ListFaultsAsync(server.Fqdn, cancellationToken));
        }

        return new LabView(state, servers, LabDirection.AllOf(state, servers, now), TrustFindings.Of(state, now), faults.ToImmutable(), items, now);
    }

    public CertificateSlots SlotsOf(Server server) =>
        CertificateRules.At(State.Certificates.GetValueOrDefault(server.Fqdn, CertificateSlots.Empty), server.Product, Now);
}
