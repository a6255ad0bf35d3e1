using System.Security.Cryptography;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>Makes the certificates that are asked for.</summary>
/// <param name="makeKey">Where their keys come from, by their size in bits: making one is the slowest thing an engine does.</param>
internal class CertificateMaker(Func<int, RSA> makeKey)
{
    public virtual CertificateWithKey Make(CertificateSource.Generated wanted, DateTimeOffset now) =>
        CertificateGenerator.SelfSigned(wanted.Subject, wanted.KeySize, wanted.ValidityDays, now, makeKey);
}
