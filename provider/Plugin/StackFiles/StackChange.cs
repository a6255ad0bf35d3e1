using System.Collections.Immutable;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.StackFiles.Declared;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.StackFiles;

/// <summary>What a planned update makes of the trust that the resources of one provider declare.</summary>
/// <param name="Provider">URN of the provider.</param>
/// <param name="Before">Null where the provider has nothing before.</param>
/// <param name="After">Null where the provider goes, and where its settings are not known before the update.</param>
internal sealed record StackChange(string Provider, StackInstallation? Before, StackInstallation? After)
{
    /// <summary>Whether the provider has something afterwards of which nothing can be told, since its settings are known after the update.</summary>
    public bool IsOpen { get; init; }

    /// <summary>That, as a sentence.</summary>
    public string OpenText =>
        $"The settings of the provider \"{PackageTokens.NameOf(Provider)}\" are known only after the update: what it makes of its servers is not told.";

    private static readonly StackUnknown Incomplete = new("", "Without the stack's state, only what the preview changes is told.");

    /// <summary>One change for each provider of this package that is there before or after, those before first.</summary>
    /// <param name="state">What <c>pulumi stack export</c> writes before; null where it is not at hand.</param>
    /// <param name="preview">What <c>pulumi preview --json</c> writes.</param>
    /// <param name="now">When the update is made.</param>
    /// <exception cref="FaultException">One of them is another file, both have nothing of this package, or a provider's settings are hidden (PT1016);
    /// or the settings of a provider are refused.</exception>
    public static ImmutableArray<StackChange> Of(StackText? state, StackText preview, DateTimeOffset now)
    {
        var digest = PreviewDigest.Read(preview);
        ImmutableArray<DigestStep> steps = [.. digest.Providers.Concat(digest.Steps).Select(Unblinded)];
        var before = ProviderResources.Of(state is null ? [.. steps.Select(step => step.Before).OfType<StackResource>()] : StateExport.Read(state));
        return new Reading(state ?? preview, preview, digest.Settings, steps, before, now).Changes(isWhole: state is not null);
    }

    private static DigestStep Unblinded(DigestStep step) => step with { Before = Unblinded(step.Before), After = Unblinded(step.After) };

    private static StackResource? Unblinded(StackResource? resource) => resource is null ? null : resource with
    {
        Inputs = StackValues.Unblinded(resource.Inputs),
        Outputs = StackValues.Unblinded(resource.Outputs),
    };

    private sealed class Reading(
        StackText state, StackText preview, PropertyMap configuration, ImmutableArray<DigestStep> steps, ProviderResources before, DateTimeOffset now)
    {
        private readonly StackResources planned = PlannedResources.Of([.. before.Providers, .. before.All], steps);

        private readonly KnownCertificates known = KnownCertificates.In(
            [.. before.All, .. steps.SelectMany(step => new[] { step.Before, step.After }).OfType<StackResource>().Where(one => !one.IsProvider)]);

        public ImmutableArray<StackChange> Changes(bool isWhole)
        {
            var after = ProviderResources.Of(planned.There);
            ImmutableArray<string> providers =
            [
                .. before.Providers.Concat(after.Providers).Select(provider => provider.Urn)
                    .Concat(after.All.Select(resource => StackResource.UrnIn(resource.Provider)).Where(urn => urn.Length > 0))
                    .Distinct(StringComparer.Ordinal),
            ];
            return providers.IsEmpty
                ? throw new FaultException(preview.Unreadable("nothing of this package is in it"))
                : [.. providers.Select(provider => ChangeOf(provider, after, isWhole))];
        }

        private StackChange ChangeOf(string provider, ProviderResources after, bool isWhole)
        {
            ImmutableArray<StackUnknown> remarks = isWhole ? [] : [Incomplete];
            var was = Find(before, provider) is { } recorded ? Read(state, recorded, new StackResources(before.Of(provider), []), null) : null;
            var settings = SettingsOf(provider, after);
            var willBe = settings is null ? null : Read(preview, settings, PlannedFor(provider, after), was?.State ?? TrustState.Empty);
            return new StackChange(
                provider,
                was is null ? null : was with { Unknowns = [.. before.Unknowns, .. remarks, .. was.Unknowns] },
                willBe is null ? null : willBe with { Unknowns = [.. remarks, .. willBe.Unknowns] })
            {
                IsOpen = willBe is null && after.Of(provider) is not [],
            };
        }

        /// <summary>A provider that no program declares is shown by no preview: where it is new, its settings are the stack's own.</summary>
        private StackResource? SettingsOf(string provider, ProviderResources after) =>
            Find(after, provider) ?? (configuration.Count > 0 && after.Of(provider) is not []
                ? new StackResource(provider, "", "", configuration, PropertyMap.Empty)
                : null);

        private StackResources PlannedFor(string provider, ProviderResources after)
        {
            ImmutableArray<StackResource> gone = [.. planned.Gone.Where(resource => StackResource.UrnIn(resource.Provider) == provider)];
            return new StackResources(after.Of(provider), gone);
        }

        private StackInstallation? Read(StackText file, StackResource provider, StackResources resources, TrustState? earlier)
        {
            if (ProviderSettings.Read(file, provider.Urn, provider.Inputs) is not { } settings)
            {
                return null;
            }

            var complete = earlier is null
                ? resources
                : PlannedResources.WithOutputs(resources, before.All, steps, settings, now);
            var (trust, checks, unknowns) = DeclaredTrust.Of(settings, complete, known, now, earlier);
            return new StackInstallation(provider.Urn, settings, trust, checks, unknowns);
        }

        private static StackResource? Find(ProviderResources resources, string provider) =>
            resources.Providers.FirstOrDefault(resource => resource.Urn == provider);
    }
}
