using System.Collections.Immutable;
using PartnerTrust.Plugin.StackFiles.Declared;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.StackFiles;

/// <summary>The trust that a stack's state tells of, as <c>pulumi stack export</c> writes it.</summary>
internal static class StackFile
{
    /// <summary>One installation for each provider of this package, in the order of the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="now">By when what is staged signs.</param>
    /// <exception cref="FaultException">It is no such file, has nothing of this package, or hides the settings of a provider (PT1016); or such settings
    /// are refused.</exception>
    public static ImmutableArray<StackInstallation> Read(StackText file, DateTimeOffset now)
    {
        var resources = ProviderResources.Of(StateExport.Read(file));
        if (resources.Providers.IsEmpty)
        {
            throw new FaultException(file.Unreadable("no provider of this package is among its resources"));
        }

        var known = KnownCertificates.In(resources.All);
        return [.. resources.Providers.Select(provider => InstallationOf(file, provider, resources, known, now)).OfType<StackInstallation>()];
    }

    private static StackInstallation? InstallationOf(
        StackText file, StackResource provider, ProviderResources resources, KnownCertificates known, DateTimeOffset now)
    {
        if (ProviderSettings.Read(file, provider.Urn, provider.Inputs) is not { } settings)
        {
            return null;
        }

        var (state, checks, unknowns) = DeclaredTrust.Of(settings, new StackResources(resources.Of(provider.Urn), []), known, now);
        return new StackInstallation(provider.Urn, settings, state, checks, [.. resources.Unknowns, .. unknowns]);
    }
}
