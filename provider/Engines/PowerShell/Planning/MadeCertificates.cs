using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>The certificates that were generated to plan with: the update makes others.</summary>
internal sealed class MadeCertificates(CertificateMaker maker) : CertificateMaker(_ => throw new NotSupportedException())
{
    private readonly ConcurrentDictionary<string, bool> thumbprints = new(StringComparer.OrdinalIgnoreCase);

    public override CertificateWithKey Make(CertificateSource.Generated wanted, DateTimeOffset now)
    {
        var made = maker.Make(wanted, now);
        thumbprints[made.Certificate.Thumbprint.Hex] = true;
        return made;
    }

    public bool Has(string thumbprint) => thumbprints.ContainsKey(thumbprint);
}
