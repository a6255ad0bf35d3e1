using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Store.Tables;

/// <summary>Each server's certificate store, and which of its certificates are bound.</summary>
public interface ICertificateTable
{
    /// <summary>What is bound, as last written; promotions that have fallen due since are the reader's to apply.</summary>
    CertificateSlots FindSlots(string server);

    /// <summary>Every certificate in the slots must have been added before. Empty slots leave no row.</summary>
    void SaveSlots(string server, CertificateSlots slots);

    StoredCertificate? Find(string server, Thumbprint thumbprint);

    /// <summary>Null when the server has the certificate without its key, or not at all.</summary>
    CertificateWithKey? FindWithKey(string server, Thumbprint thumbprint);

    /// <summary>Adds the certificate to the server's store.</summary>
    void Add(string server, CertificateWithKey certificate, bool generated);

    /// <summary>What lies on the server's members.</summary>
    IReadOnlyList<CertificateCopy> ListCopies(string server);

    /// <summary>The member that replication does not reach, <see cref="ServerSnapshot.EveryMember"/> when it reaches none; null when it reaches
    /// all.</summary>
    string? FindUnreached(string server);

    /// <summary>Whether private keys do not leave the machine that they are brought to.</summary>
    bool KeepsKeys(string server);

    /// <summary>Puts a certificate of the server's store on one of its members.</summary>
    void Replicate(string server, string member, Thumbprint thumbprint);
}
