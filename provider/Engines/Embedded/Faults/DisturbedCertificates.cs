using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Embedded.Store.Tables;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Faults;

/// <summary>Certificate stores whose keys cannot leave them, or which replication does not reach (domain.md 2.1, 8 rows 20 and
/// 21).</summary>
internal sealed class DisturbedCertificates(ICertificateTable certificates, HostTable hosts) : ICertificateTable
{
    public CertificateSlots FindSlots(string server) => certificates.FindSlots(server);

    public void SaveSlots(string server, CertificateSlots slots) => certificates.SaveSlots(server, slots);

    public StoredCertificate? Find(string server, Thumbprint thumbprint) =>
        certificates.Find(server, thumbprint) is not { } stored ? null
        : KeepsKeys(server) ? stored with { Exportable = false }
        : stored;

    public CertificateWithKey? FindWithKey(string server, Thumbprint thumbprint) => certificates.FindWithKey(server, thumbprint);

    public void Add(string server, CertificateWithKey certificate, bool generated) => certificates.Add(server, certificate, generated);

    public IReadOnlyList<CertificateCopy> ListCopies(string server) => certificates.ListCopies(server);

    public string? FindUnreached(string server) => hosts.Find(server, HostFaultKind.ReplicationStuck) is { } stuck
        ? stuck.Value?.ToLowerInvariant() ?? ServerSnapshot.EveryMember
        : certificates.FindUnreached(server);

    public void Replicate(string server, string member, Thumbprint thumbprint) => certificates.Replicate(server, member, thumbprint);

    public bool KeepsKeys(string server) => hosts.Find(server, HostFaultKind.KeyNotExportable) is not null;
}
