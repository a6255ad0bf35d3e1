using System.Collections.Immutable;
using PartnerTrust.Plugin.StackFiles.Declared;
using PartnerTrust.Plugin.StackFiles.Texts;

namespace PartnerTrust.Plugin.StackFiles;

/// <summary>The resources of this package in a stack, by their providers.</summary>
/// <param name="Providers">Of this package, each once.</param>
/// <param name="All">Of this package, but for components: those are nothing but their children.</param>
/// <param name="Unknowns">What is in the stack and is neither there nor gone for certain.</param>
internal sealed record ProviderResources(
    ImmutableArray<StackResource> Providers, ImmutableArray<StackResource> All, ImmutableArray<StackUnknown> Unknowns)
{
    public static ProviderResources Of(ImmutableArray<StackResource> resources)
    {
        ImmutableArray<StackResource> own = [.. resources.Where(resource => resource.IsCustom && (resource.IsProvider || resource.Kind.Length > 0))];
        ImmutableArray<StackResource> live = [.. own.Where(resource => resource is { IsToBeDeleted: false, IsToBeReplaced: false })
            .GroupBy(resource => resource.Urn, StringComparer.Ordinal).Select(same => same.Last())];
        return new ProviderResources(
            [.. live.Where(resource => resource.IsProvider)],
            [.. live.Where(resource => !resource.IsProvider)],
            [
                .. own.Where(resource => resource is { IsToBeDeleted: true, IsProvider: false }).Select(resource => new StackUnknown(
                    "", $"An earlier {resource.Title} is to be deleted yet: whether its server still has it is not told.")),
            ]);
    }

    /// <summary>The resources of the provider of that URN. One that names none is taken for the only provider's.</summary>
    public ImmutableArray<StackResource> Of(string provider) =>
    [
        .. All.Where(resource => StackResource.UrnIn(resource.Provider) == provider
            || (resource.Provider.Length == 0 && Providers.Length == 1)),
    ];
}
