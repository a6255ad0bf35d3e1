using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Shadow.Memory;

internal sealed class MemoryCertificates(MemorySession session) : ICertificateTable
{
    public CertificateSlots FindSlots(string server) => session.Of(server).Slots.GetValueOrDefault(server, CertificateSlots.Empty);

    public void SaveSlots(string server, CertificateSlots slots) =>
        session.State = session.Of(server) with { Slots = session.State.Slots.SetItem(server, slots) };

    public StoredCertificate? Find(string server, Thumbprint thumbprint) => session.Of(server).Certificates.GetValueOrDefault((server, thumbprint));

    public IReadOnlyList<StoredCertificate> List(string server) =>
    [
        .. session.Of(server).Certificates.Where(entry => entry.Key.Server == server)
            .OrderBy(entry => entry.Key.Thumbprint.Hex, StringComparer.Ordinal).Select(entry => entry.Value),
    ];

    public CertificateWithKey? FindWithKey(string server, Thumbprint thumbprint) => session.Of(server).Keys.GetValueOrDefault((server, thumbprint));

    public void Add(string server, CertificateWithKey certificate, bool generated)
    {
        var key = (server, certificate.Certificate.Thumbprint);
        var known = Find(server, key.Thumbprint);
        session.State = session.Of(server) with
        {
            Certificates = session.State.Certificates.SetItem(
                key, new StoredCertificate(certificate.Certificate, true, known?.Generated ?? generated)),
            Keys = session.State.Keys.SetItem(key, certificate),
        };
    }

    public IReadOnlyList<CertificateCopy> ListCopies(string server) => session.Of(server).Copies.GetValueOrDefault(server, []);

    public string? FindUnreached(string server) => session.Of(server).Unreached.GetValueOrDefault(server);

    public void Replicate(string server, string member, Thumbprint thumbprint) => session.State = session.Of(server) with
    {
        Copies = session.State.Copies.SetItem(server, [.. ListCopies(server), new CertificateCopy(member, thumbprint, true, true)]),
    };
}
