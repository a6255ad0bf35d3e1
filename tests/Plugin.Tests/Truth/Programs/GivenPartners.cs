using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>Partners that publish no document, as far as their record says.</summary>
internal static class GivenPartners
{
    public const string Exchange = "00000002-0000-0ff1-ce00-000000000000";
    public const string Lync = "00000004-0000-0ff1-ce00-000000000000";

    public static PropertyMap Bare(PropertyMap inputs) => inputs.Remove("authMetadataUrl").Remove("refreshTrigger");

    /// <summary>Exchange, by its certificate.</summary>
    public static PropertyMap Of(PropertyMap inputs, PropertyValue pem) => Bare(inputs).Set("certificate", PropertyMap.Of(
        ("applicationIdentifier", Exchange), ("realm", TruthInstallation.Realm), ("certificatePem", pem)));
}
