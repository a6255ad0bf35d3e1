using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using static PartnerTrust.Engines.PowerShell.Cmdlets.ExchangeProperties;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>What <c>Get-AuthConfig</c> and <c>Get-ExchangeCertificate</c> tell.</summary>
internal static class ExchangeCertificates
{
    /// <summary>For a staged certificate of which nobody said when: it takes effect when somebody says so.</summary>
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static BoundCertificates BoundBy(CmdletObject authConfig)
    {
        var next = ThumbprintIn(authConfig, NextCertificateThumbprint);
        return new BoundCertificates(
            ThumbprintIn(authConfig, PreviousCertificateThumbprint),
            ThumbprintIn(authConfig, CurrentCertificateThumbprint),
            next,
            next is null ? null : authConfig.Date(NextCertificateEffectiveDate) ?? Never);
    }

    /// <summary>Whether a key lies beside them, remoting does not show (powershell.md 8): it is presumed.</summary>
    /// <param name="member">On which server they were found.</param>
    /// <param name="certificates">All that lie there.</param>
    /// <param name="wanted">Which of them matter.</param>
    public static IEnumerable<CertificateCopy> CopiesOn(string member, ImmutableArray<CmdletObject> certificates, IEnumerable<Thumbprint> wanted)
    {
        var there = certificates.Select(certificate => certificate.Bytes(RawData)).OfType<ImmutableArray<byte>>()
            .Select(der => Thumbprint.OfCertificate(der.AsSpan())).ToHashSet();
        return wanted.Where(there.Contains).Select(thumbprint => new CertificateCopy(member, thumbprint, HasPrivateKey: true, Exportable: true));
    }

    private static Thumbprint? ThumbprintIn(CmdletObject authConfig, string property) =>
        Thumbprint.TryParse(authConfig.Text(property), out var thumbprint) ? thumbprint : null;
}
