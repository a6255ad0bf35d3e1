using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Bindings;

/// <summary>Every server of a deployment signs with the same certificate (domain.md 2.1, 8 rows 2, 20, 21).</summary>
public static class PoolRules
{
    /// <summary>Why members of the server cannot sign with the certificate; nothing for a server that stands alone.</summary>
    /// <param name="server">The pool, organisation or farm.</param>
    /// <param name="certificate">What is bound to it.</param>
    /// <param name="copies">What lies on its members.</param>
    /// <param name="member">Asks about this member alone; null for all.</param>
    public static ImmutableArray<Fault> Check(
        Server server, SigningCertificate certificate, ImmutableArray<CertificateCopy> copies, string? member = null) =>
        Check(certificate.Thumbprint, member is null ? server.Members : [.. server.Members.Where(m => m == member)], copies);

    /// <summary>What is wrong with the copies of <paramref name="thumbprint"/> on the servers of the deployment.</summary>
    public static ImmutableArray<Fault> Check(
        Thumbprint thumbprint, ImmutableArray<string> servers, ImmutableArray<CertificateCopy> copies) =>
        [.. servers.SelectMany(server => OnServer(thumbprint, server, copies.FirstOrDefault(c => c.Server == server && c.Thumbprint == thumbprint)))];

    /// <summary>Whether the certificate can be copied from the server that has it to the others.</summary>
    public static Fault? Distribute(CertificateCopy copy) => copy switch
    {
        { HasPrivateKey: false } => FaultCatalogue.PrivateKeyMissing(copy.Thumbprint),
        { Exportable: false } => FaultCatalogue.PrivateKeyNotExportable(copy.Thumbprint, copy.Server),
        _ => null,
    };

    private static IEnumerable<Fault> OnServer(Thumbprint thumbprint, string server, CertificateCopy? copy)
    {
        if (copy is null)
        {
            yield return FaultCatalogue.MissingOnServer(thumbprint, server);
        }
        else if (!copy.HasPrivateKey)
        {
            yield return FaultCatalogue.PrivateKeyMissing(thumbprint).At($"server[\"{server}\"]");
        }
    }
}
