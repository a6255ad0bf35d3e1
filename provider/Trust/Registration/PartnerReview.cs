using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>The single rules that a partner application must pass, each asked on its own so that all findings come at once.</summary>
internal static class PartnerReview
{
    public static ImmutableArray<Fault> Of(
        PartnerApplicationDraft draft,
        PartnerApplication record,
        AuthMetadataDocument? document,
        IEnumerable<PartnerApplication> siblings,
        DateTimeOffset now) =>
        [
            .. Product(draft),
            .. Principal(record),
            .. Keys(draft.Source, document, now),
            .. IsSelf(draft, record) ? [FaultCatalogue.PartnerIsSelf(draft.Server.Fqdn)] : ImmutableArray<Fault>.Empty,
            .. Neighbours(draft.Server.Product, record, siblings),
            .. Remarks(record, draft.Server),
        ];

    public static ImmutableArray<Fault> Remarks(PartnerApplication record, Server server)
    {
        var keys = KeyRules.Remarks(record.Issuer, record.TrustedKeys);
        if (FarmRules.Check(server, record) is { } otherRealm)
        {
            return [otherRealm, .. keys];
        }

        if (server.Product != ServerProduct.ExchangeServer)
        {
            return keys;
        }

        Fault?[] remarks =
        [
            record.Source is PartnerSource.Metadata { TrustAnySslCertificate: true } ? FaultCatalogue.AnyTlsAccepted() : null,
            LinkedAccountRules.Check(record),
            RealmRules.Check(server, record),
        ];
        return [.. remarks.OfType<Fault>(), .. record.LinkedAccount is { } account ? LinkedAccountRules.Mistyped(account) : [], .. keys];
    }

    private static IEnumerable<Fault> Product(PartnerApplicationDraft draft)
    {
        var product = draft.Server.Product;
        if (draft.Source is PartnerSource.Certificate && !ProductFeatures.GivenKeys.Contains(product))
        {
            yield return FaultCatalogue.CertificateSourceUnsupported(product);
        }

        if (draft.Source is PartnerSource.Metadata { TrustAnySslCertificate: true } && !ProductFeatures.AnyTls.Contains(product))
        {
            yield return FaultCatalogue.AnyTlsUnsupported(product);
        }
    }

    private static IEnumerable<Fault> Principal(PartnerApplication record)
    {
        if (!Principals.IsIdentifier(record.ApplicationIdentifier))
        {
            yield return FaultCatalogue.ApplicationIdentifierFormat(record.ApplicationIdentifier);
        }

        if (Principals.RefuseRealm(record.Realm, record.Source is PartnerSource.AuthorizationServer) is { } realm)
        {
            yield return realm;
        }
    }

    private static IEnumerable<Fault> Keys(PartnerSource source, AuthMetadataDocument? document, DateTimeOffset now) => source switch
    {
        PartnerSource.Certificate { Key: { } key } => CertificateRules.Validate(key, true, now).Select(f => f.At("certificate.certificatePem")),
        PartnerSource.Metadata when document!.Keys.All(k => k.NotAfter < now) => [FaultCatalogue.PublishedKeysExpired(
            document.Issuer, document.Keys.Max(key => key.NotAfter), now)],
        _ => [],
    };

    /// <summary>A server is known by where it publishes and by its keys. Its principal another may have, too: farms that share one realm share the
    /// name of their token services (domain.md 1.2, SP-FARMS).</summary>
    private static bool IsSelf(PartnerApplicationDraft draft, PartnerApplication record) =>
        (record.Source is PartnerSource.Metadata { Url: var url } && MetadataUrls.AreOf(draft.Server, url))
        || (record.Issuer == draft.Server.Issuer && draft.OwnKeys is { IsDefaultOrEmpty: false } own && (record.TrustedKeys ?? []).Any(own.Contains));

    private static IEnumerable<Fault> Neighbours(
        ServerProduct product, PartnerApplication record, IEnumerable<PartnerApplication> siblings)
    {
        var identity = PartnerIdentity.Of(record);
        foreach (var sibling in siblings.Where(s => s.Server == record.Server && s.Name != record.Name))
        {
            var other = PartnerIdentity.Of(sibling);
            if (other.SamePartnerAs(identity) && !Farms.AreApart(product, record, sibling))
            {
                yield return FaultCatalogue.PartnerRegistered(sibling.Server, sibling.Name, other);
            }
            else if (other.ApplicationIdentifier == identity.ApplicationIdentifier && other.Kind == PartnerKind.BehindAuthorizationServer)
            {
                yield return FaultCatalogue.HybridRecordPresent(sibling.Server, sibling.Name, other.ApplicationIdentifier);
            }
        }
    }
}
