using System.Collections.Immutable;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Everything that a server keeps, as of one moment.</summary>
/// <param name="Server">Fqdn.</param>
/// <param name="Slots">What is bound.</param>
/// <param name="Certificates">What its certificate store holds, as far as it can be listed; always those that are bound.</param>
/// <param name="Keys">The private keys of bound certificates, where they can be read.</param>
/// <param name="PublishedMetadata">Where it publishes its document.</param>
/// <param name="PartnerApplications">All of them.</param>
/// <param name="OAuthConfiguration">Null where nothing was ever written.</param>
/// <param name="AuthorizationServers">All of them.</param>
internal sealed record ServerSnapshot(
    string Server,
    CertificateSlots Slots,
    ImmutableArray<StoredCertificate> Certificates,
    ImmutableArray<CertificateWithKey> Keys,
    ImmutableArray<Uri> PublishedMetadata,
    ImmutableArray<PartnerApplication> PartnerApplications,
    OAuthConfiguration? OAuthConfiguration,
    ImmutableArray<AuthorizationServer> AuthorizationServers)
{
    /// <summary>What lies on its members.</summary>
    public ImmutableArray<CertificateCopy> Copies { get; init; } = [];

    /// <summary>The member that replication does not reach; see <see cref="ICertificateTable.FindUnreached"/>.</summary>
    public string? Unreached { get; init; }

    /// <summary>What a restoration would put back; null where no stack wrote the settings.</summary>
    public OAuthConfiguration? OriginalOAuthConfiguration { get; init; }

    public static IEnumerable<SigningCertificate> InSlots(CertificateSlots slots)
    {
        SigningCertificate?[] generations = [slots.Current, slots.Next, slots.Previous];
        return generations.OfType<SigningCertificate>();
    }
}
