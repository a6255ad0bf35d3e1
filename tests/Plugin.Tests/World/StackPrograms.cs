using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Whole programs, for a stack.</summary>
internal static class StackPrograms
{
    /// <summary>The two-way trust.</summary>
    /// <param name="lyncPartner">Lync as Exchange's partner; null for a program without it, and without the check.</param>
    public static Func<TestStack, Task> Whole(PropertyMap? lyncPartner) => async stack =>
    {
        await DeclareAsync(stack, "CertificateBinding", "cert-lync", Programs.Certificate(PluginUnderTest.Lync));
        await DeclareAsync(stack, "CertificateBinding", "cert-exchange", Programs.Certificate(PluginUnderTest.Exchange));
        await DeclareAsync(stack, "OAuthConfiguration", "oauth", Programs.OAuth());
        await DeclareAsync(stack, "AuthMetadataEndpoint", "endpoint-lync", Programs.Endpoint(PluginUnderTest.Lync));
        await DeclareAsync(stack, "AuthMetadataEndpoint", "endpoint-exchange", Programs.Endpoint(PluginUnderTest.Exchange));
        await DeclareAsync(stack, "PartnerApplication", "exchange-on-lync", Programs.Partner());
        if (lyncPartner is not null)
        {
            await DeclareAsync(stack, "PartnerApplication", "lync-on-exchange", lyncPartner);
            await DeclareAsync(stack, "ConnectivityCheck", "check", Programs.Check());
        }
    };

    public static async Task DeclareAsync(TestStack stack, string type, string name, PropertyMap inputs) =>
        await stack.ResourceAsync(PackageTokens.Of(type), name, _ => { }, [.. inputs.Select(input => (input.Key, input.Value))]);

    /// <summary>Whether a cmdlet only brings others into a shell.</summary>
    public static bool IsOpening(string cmdlet) => cmdlet.EndsWith("-PSSession", StringComparison.Ordinal) || cmdlet == "Import-Module";
}
