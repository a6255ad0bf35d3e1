using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What a look at a server showed.</summary>
/// <param name="Snapshot">As far as it can be told.</param>
internal sealed record ServerSight(ServerSnapshot Snapshot)
{
    /// <summary>What the server names as bound.</summary>
    public BoundCertificates Bound { get; init; } = BoundCertificates.None;

    /// <summary>Why the snapshot is not the whole truth: bound certificates that nobody has. Who wants to know what is bound has no answer; who
    /// puts another in their place can go on.</summary>
    public ImmutableArray<Fault> Gaps { get; init; } = [];

    /// <summary>What is bound, with the certificates of which the caller knows more than the server shows: one that was just brought may not lie
    /// where it is looked for yet.</summary>
    public CertificateSlots Resolve(IEnumerable<SigningCertificate> known)
    {
        var all = Snapshot.Certificates.Select(stored => stored.Certificate).Concat(known).ToLookup(certificate => certificate.Thumbprint);
        var next = Find(Bound.Next);
        return new CertificateSlots(Find(Bound.Previous), Find(Bound.Current), next, next is null ? null : Bound.NextEffectiveDate)
        {
            CurrentSince = Bound.CurrentSince,
        };

        SigningCertificate? Find(Thumbprint? thumbprint) => thumbprint is { } bound ? all[bound].FirstOrDefault() : null;
    }
}
