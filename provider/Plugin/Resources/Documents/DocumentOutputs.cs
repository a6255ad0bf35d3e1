using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.Documents;

/// <summary>A metadata document as outputs.</summary>
internal static class DocumentOutputs
{
    public const string ServiceName = "serviceName";
    public const string Keys = "keys";

    /// <summary>Empty where nothing is told.</summary>
    public const string Fingerprint = "fingerprint";

    public static PropertyMap Of(AuthMetadataDocument document) =>
        IdentityOf(document.ServiceName, document.Realm, document.Issuer)
            .With(ContentOf(document.AllowedAudiences, document.Keys, AuthMetadataFingerprint.Of(document)));

    /// <summary>Of an endpoint whose server has no certificate to vouch with: nothing is told there.</summary>
    public static PropertyMap Nothing(Server server) =>
        IdentityOf(server.ApplicationIdentifier, server.Realm, server.Issuer).With(ContentOf([], [], ""));

    /// <summary>What the configuration of a server alone tells of its document: where a product has OAuth settings of its own, those decide its
    /// realm.</summary>
    public static PropertyMap KnownOf(Server server) => ProductFeatures.OAuthConfiguration.Contains(server.Product)
        ? PropertyMap.Of((ServiceName, server.ApplicationIdentifier))
        : IdentityOf(server.ApplicationIdentifier, server.Realm, server.Issuer);

    private static PropertyMap IdentityOf(string serviceName, string realm, string issuer) =>
        PropertyMap.Of((ServiceName, serviceName), ("realm", realm), ("issuer", issuer));

    private static PropertyMap ContentOf(ImmutableArray<string> audiences, ImmutableArray<SigningCertificate> keys, string fingerprint) =>
        PropertyMap.Of(("allowedAudiences", WireValues.Texts(audiences)), (Keys, WireValues.Keys(keys)), (Fingerprint, fingerprint));
}
