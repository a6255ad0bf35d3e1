using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>A two-way trust, one resource after the other, as programs write it.</summary>
internal static class TrustPrograms
{
    public static IEnumerable<Declared> Whole() =>
    [
        Declared.Of("CertificateBinding", "cert-lync", Programs.Certificate(PluginUnderTest.Lync)),
        Declared.Of("CertificateBinding", "cert-exchange", Programs.Certificate(PluginUnderTest.Exchange)),
        Declared.Of("OAuthConfiguration", "oauth", Programs.OAuth()),
        Declared.Of("AuthMetadataEndpoint", "endpoint-lync", Programs.Endpoint(PluginUnderTest.Lync)),
        Declared.Of("AuthMetadataEndpoint", "endpoint-exchange", Programs.Endpoint(PluginUnderTest.Exchange)),
        new("PartnerApplication", "exchange-on-lync", of => Programs.Partner()
            .Set("authMetadataUrl", of("endpoint-exchange", "url")).Set("refreshTrigger", of("endpoint-exchange", "fingerprint"))),
        new("PartnerApplication", "lync-on-exchange", of => Programs.LyncPartner()
            .Set("authMetadataUrl", of("endpoint-lync", "url")).Set("refreshTrigger", of("endpoint-lync", "fingerprint"))),
        new("ConnectivityCheck", "check", of => Programs.Check().Set("triggers", ListValue.Of(
            [of("endpoint-lync", "fingerprint"), of("endpoint-exchange", "fingerprint")]))),
    ];

    /// <summary>The program with one resource written otherwise.</summary>
    public static IEnumerable<Declared> With(this IEnumerable<Declared> program, string name, Func<PropertyMap, PropertyMap> change) =>
        program.Select(resource => resource.Name == name ? resource with { Inputs = of => change(resource.Inputs(of)) } : resource);

    public static IEnumerable<Declared> Without(this IEnumerable<Declared> program, params string[] names) =>
        program.Where(resource => !names.Contains(resource.Name));
}
