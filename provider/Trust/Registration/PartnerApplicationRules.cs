using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>How a partner application comes to be (domain.md 4.1, 4.3): identifier, realm and keys are taken from the source at this
/// moment and kept; one record a partner; records of another kind with the same identifier are left alone.</summary>
public static class PartnerApplicationRules
{
    /// <summary>A new record.</summary>
    /// <param name="draft">What is wanted.</param>
    /// <param name="document">What the partner publishes; null unless the source is metadata.</param>
    /// <param name="siblings">The server's other records with the same application identifier, or all of them.</param>
    /// <param name="now">When the record is written.</param>
    public static PartnerApplication Register(
        PartnerApplicationDraft draft, AuthMetadataDocument? document, IEnumerable<PartnerApplication> siblings, DateTimeOffset now)
    {
        var record = Record(draft, document);
        Refuse(PartnerReview.Of(draft, record, document, siblings, now));
        return record;
    }

    /// <summary>The record written again from the same partner, keys included.</summary>
    public static PartnerApplication Update(
        PartnerApplication existing,
        PartnerApplicationDraft draft,
        AuthMetadataDocument? document,
        IEnumerable<PartnerApplication> siblings,
        DateTimeOffset now)
    {
        var record = Record(draft, document);
        if ((existing.ApplicationIdentifier, existing.Realm) != (record.ApplicationIdentifier, record.Realm))
        {
            Refuse([FaultCatalogue.PartnerIdentityChanged(PartnerIdentity.Of(existing), PartnerIdentity.Of(record))]);
        }

        Refuse(PartnerReview.Of(draft, record, document, siblings, now));
        return record;
    }

    /// <summary>Everything to be said about a draft, warnings included.</summary>
    public static ImmutableArray<Fault> Review(
        PartnerApplicationDraft draft, AuthMetadataDocument? document, IEnumerable<PartnerApplication> siblings, DateTimeOffset now) =>
        PartnerReview.Of(draft, Record(draft, document), document, siblings, now);

    /// <summary>What a written record will miss or risk: warnings alone.</summary>
    public static ImmutableArray<Fault> Remarks(PartnerApplication record, Server server) => PartnerReview.Remarks(record, server);

    /// <summary>Whether a record says already what is wanted, but for its name, the copy of the keys, and a certificate that its keeper does not
    /// show.</summary>
    public static bool IsSame(PartnerApplication existing, PartnerApplicationDraft draft, AuthMetadataDocument? document)
    {
        var wanted = Record(draft, document);
        var source = existing.Source is PartnerSource.Certificate { Key: null } && wanted.Source is PartnerSource.Certificate given
            ? given with { Key = null }
            : wanted.Source;
        return wanted with { Name = existing.Name, Source = source, TrustedKeys = existing.TrustedKeys } == existing;
    }

    /// <summary>The application identifier that the record will have, lower case.</summary>
    public static string IdentifierOf(PartnerApplicationDraft draft, AuthMetadataDocument? document) =>
        Principal(draft.Source, document).Identifier.ToLowerInvariant();

    private static PartnerApplication Record(PartnerApplicationDraft draft, AuthMetadataDocument? document)
    {
        var (identifier, realm, issuer, keys) = Principal(draft.Source, document);
        return new PartnerApplication(
            draft.Server.Fqdn,
            draft.Name,
            draft.Source,
            identifier,
            realm,
            issuer,
            keys,
            draft.Server.Product == ServerProduct.LyncServer ? draft.TrustLevel ?? TrustLevel.Full : draft.TrustLevel,
            draft.Enabled,
            draft.AcceptSecurityIdentifierInformation,
            draft.LinkedAccount)
        {
            IsTrustBroker = draft.IsTrustBroker,
        };
    }

    private static (string Identifier, string Realm, string Issuer, ImmutableArray<SigningCertificate> Keys) Principal(
        PartnerSource source, AuthMetadataDocument? document) => source switch
        {
            PartnerSource.Metadata { Url: var url } when document is { ServiceName: "" } =>
                throw new FaultException(FaultCatalogue.DocumentIsXml(url)),
            PartnerSource.Metadata when document is not null => (document.ServiceName, document.Realm, document.Issuer, document.Keys),
            PartnerSource.Certificate { Key: { } key } given => Named(given.ApplicationIdentifier, given.Realm, [key]),
            PartnerSource.AuthorizationServer behind => Named(behind.ApplicationIdentifier, behind.Realm, []),
            PartnerSource.Certificate => throw new ArgumentException("A record that is wanted needs the certificate.", nameof(source)),
            _ => throw new ArgumentNullException(nameof(document), "A source of metadata needs the document."),
        };

    private static (string Identifier, string Realm, string Issuer, ImmutableArray<SigningCertificate> Keys) Named(
        string identifier, string realm, ImmutableArray<SigningCertificate> keys)
    {
        var lower = identifier.ToLowerInvariant();
        return (lower, realm, $"{lower}@{realm}", keys);
    }

    private static void Refuse(ImmutableArray<Fault> faults)
    {
        if (faults.RemoveAll(f => f.IsWarning) is { IsEmpty: false } refusals)
        {
            throw new FaultException(refusals);
        }
    }
}
