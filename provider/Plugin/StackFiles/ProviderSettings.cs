using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.StackFiles;

/// <summary>The settings of a provider, as a stack's files hold them. They are read as in a run; the environment of whoever looks at the files has no
/// say.</summary>
internal static class ProviderSettings
{
    private const string Servers = "servers";

    /// <summary>Null where the servers are known only after the update.</summary>
    /// <exception cref="FaultException">They are encrypted, or refused.</exception>
    public static Installation? Read(StackText file, string provider, PropertyMap settings)
    {
        if (settings.TryGetValue(Servers, out var servers) && servers.ContainsUnknown())
        {
            return servers.ContainsSecret() ? throw new FaultException(Encrypted(file, provider)) : null;
        }

        var (installation, faults) = new ConfigurationReader(PackageSchema.BuiltIn, _ => null).ReadInstallation(settings);
        ImmutableArray<Fault> refused = [.. faults.Where(fault => !fault.IsWarning)];
        return refused.IsEmpty ? installation : throw new FaultException(refused);
    }

    private static Fault Encrypted(StackText file, string provider) =>
        file.Unreadable($"the settings of the provider \"{PackageTokens.NameOf(provider)}\" are encrypted in it") with
        {
            Expected = "the setting \"servers\" in the clear.",
            Remedy = "Write the state with \"pulumi stack export --show-secrets\", and delete the file afterwards.",
        };
}
