using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Metadata;

/// <summary>What a document must say to be the one that was meant, and how it relates to the copies that consumers keep
/// (domain.md 3.5, 11.3 META-002 to META-004).</summary>
public static class MetadataRules
{
    /// <summary>Whether the document is of the expected server.</summary>
    public static ImmutableArray<Fault> Check(AuthMetadataDocument document, ServerProduct product, string realm)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var identifier = WellKnownApplications.IdentifierOf(product);
        if (document.ServiceName != identifier)
        {
            faults.Add(FaultCatalogue.ServiceNameUnexpected(document.ServiceName, product, identifier));
        }

        if (document.Realm != realm)
        {
            faults.Add(FaultCatalogue.DocumentRealmUnexpected(document.Realm, realm));
        }

        return faults.ToImmutable();
    }

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
