using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.Metadata;

/// <summary>What an auth metadata document says, in normal form (domain.md 3.2).</summary>
/// <param name="ServiceName">Application identifier of the publisher, lower case.</param>
/// <param name="Realm">The publisher's realm: the document's <c>realm</c>, else the text after the last <c>@</c> of its issuer.</param>
/// <param name="Issuer"><c>application@realm</c>.</param>
/// <param name="Name">Display name; may be empty.</param>
/// <param name="AllowedAudiences">Audience prefixes that the publisher accepts; may be empty.</param>
/// <param name="Keys">The signing keys in document order, at least one; several during a roll.</param>
/// <param name="Endpoints">The endpoints the document lists; may name internal hosts.</param>
public sealed record AuthMetadataDocument(
    string ServiceName,
    string Realm,
    string Issuer,
    string Name,
    ImmutableArray<string> AllowedAudiences,
    ImmutableArray<SigningCertificate> Keys,
    ImmutableArray<MetadataEndpoint> Endpoints)
{
    /// <summary>Where tokens are issued; null where the document names no such URL.</summary>
    public Uri? Issuance =>
        Uri.TryCreate(Endpoints.FirstOrDefault(endpoint => endpoint.Usage == "issuance")?.Location, UriKind.Absolute, out var url) ? url : null;

    /// <summary>Opaque, per generation; empty where the product has none.</summary>
    public string Id { get; init; } = "";

    public bool Equals(AuthMetadataDocument? other) =>
        other is not null
        && (Id, ServiceName, Realm, Issuer, Name) == (other.Id, other.ServiceName, other.Realm, other.Issuer, other.Name)
        && AllowedAudiences.SameAs(other.AllowedAudiences)
        && Keys.SameAs(other.Keys)
        && Endpoints.SameAs(other.Endpoints);

    public override int GetHashCode() => HashCode.Combine(Id, ServiceName, Realm, Issuer, Name);
}
