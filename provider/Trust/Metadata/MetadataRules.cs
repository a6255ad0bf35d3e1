using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Metadata;

/// <summary>How a document relates to the copies of its keys that consumers keep (domain.md 3.5, 11.3 META-004).</summary>
public static class MetadataRules
{
    /// <summary>What a consumer's copy of the keys lacks and what it has too many, against what is published now.</summary>
    public static ImmutableArray<Fault> Drift(
        string server, string name, ImmutableArray<SigningCertificate> trusted, ImmutableArray<SigningCertificate> published)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (published.Except(trusted).ToList() is { Count: > 0 } unknown)
        {
            faults.Add(FaultCatalogue.PublishedKeyNotTrusted(server, name, unknown));
        }

        if (trusted.Except(published).ToList() is { Count: > 0 } stale)
        {
            faults.Add(FaultCatalogue.TrustedKeyNotPublished(server, name, stale));
        }

        return faults.ToImmutable();
    }
}
