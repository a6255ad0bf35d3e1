using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Store.Memory;

internal sealed class MemoryCertificates(MemorySession session) : ICertificateTable
{
    public CertificateSlots FindSlots(string server) => Of(server).Slots.GetValueOrDefault(server, CertificateSlots.Empty);

    public void SaveSlots(string server, CertificateSlots slots) => session.State = Of(server) with
    {
        Changed = session.State.Changed.Add(server),
        Slots = session.State.Slots.SetItem(server, slots),
    };

    public StoredCertificate? Find(string server, Thumbprint thumbprint) =>
        session.Of(server, thumbprint).Certificates.GetValueOrDefault((server, thumbprint));

    public CertificateWithKey? FindWithKey(string server, Thumbprint thumbprint) =>
        session.Of(server, thumbprint).Keys.GetValueOrDefault((server, thumbprint));

    public void Add(string server, CertificateWithKey certificate, bool generated)
    {
        var key = (server, certificate.Certificate.Thumbprint);
        var known = Find(server, key.Thumbprint);
        session.State = session.State with
        {
            Certificates = session.State.Certificates.SetItem(
                key,
                new StoredCertificate(certificate.Certificate, true, known is null ? generated : known.Generated)
                {
                    Exportable = !KeepsKeys(server),
                }),
            Keys = session.State.Keys.SetItem(key, certificate),
        };
    }

    public IReadOnlyList<CertificateCopy> ListCopies(string server) => Of(server).Copies.GetValueOrDefault(server, []);

    public string? FindUnreached(string server) => Of(server).Unreached.GetValueOrDefault(server);

    public bool KeepsKeys(string server) => Of(server).KeepsKeys.Contains(server);

    public void Replicate(string server, string member, Thumbprint thumbprint) => session.State = Of(server) with
    {
        Copies = session.State.Copies.SetItem(server, [.. ListCopies(server), new CertificateCopy(member, thumbprint, true, true)]),
    };

    private MemoryState Of(string server) => session.Of(server, ServerParts.Certificates);
}
