using PartnerTrust.Plugin.Resources.AuthorizationServers;
using PartnerTrust.Plugin.Resources.CertificateBindings;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Plugin.Resources.PartnerApplications;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>What an update in place leaves of a resource's outputs, where the preview does not tell them: the CLI writes a step down before the
/// provider is asked.</summary>
internal static class PlannedOutputs
{
    /// <param name="before">The resource as it is.</param>
    /// <param name="after">As the program wants it.</param>
    /// <param name="product">Of the server that it is about; null for one that is not configured.</param>
    /// <param name="now">When the update is made.</param>
    public static PropertyMap Of(StackResource before, StackResource after, ServerProduct? product, DateTimeOffset now) =>
        after.Kind switch
        {
            CertificateBindingResource.TypeName => OfBinding(before, after, product, now),
            PartnerApplicationResource.TypeName => Alike(before, after, PartnerProperties.Sources)
                ? Keep(before, PartnerProperties.ApplicationIdentifier, PartnerProperties.Realm, PartnerProperties.Issuer)
                : PropertyMap.Empty,
            AuthorizationServerResource.TypeName => Alike(before, after, [DocumentSource.UrlName])
                ? Keep(before, AuthorizationServerResource.Issuer, AuthorizationServerInputs.RealmName)
                : PropertyMap.Empty,
            OAuthConfigurationResource.TypeName => Keep(
                before, OAuthConfigurationResource.ServiceName, OAuthConfigurationResource.Previous),
            _ => PropertyMap.Empty,
        };

    /// <summary>A binding keeps its certificate unless the program names another source, or it is renewed.</summary>
    private static PropertyMap OfBinding(StackResource before, StackResource after, ServerProduct? product, DateTimeOffset now)
    {
        if (!Alike(before, after, [CertificateBindingInputs.SourceName]))
        {
            return PropertyMap.Empty;
        }

        var inputs = CertificateBindingInputs.Read(after.Inputs);
        return inputs.Wish is not null && Renewal.IsDue(CertificateBindingOutputs.Read(before.Outputs), inputs, now)
            ? CertificateBindingOutputs.Planned(IsStagedByRenewal(before, product, now))
            : before.Outputs.Except(before.Inputs).Except(after.Inputs).Remove(CertificateBindingOutputs.MissingOnName);
    }

    private static bool IsStagedByRenewal(StackResource before, ServerProduct? product, DateTimeOffset now) =>
        product is { } known && Renewal.EffectiveDate(known, CertificateBindingOutputs.Read(before.Outputs), now) is not null;

    private static bool Alike(StackResource before, StackResource after, IEnumerable<string> inputs) => inputs.All(input =>
        NormalForm.MeanTheSame(
            input,
            before.Inputs.GetValueOrDefault(input) ?? PropertyValue.Null,
            after.Inputs.GetValueOrDefault(input) ?? PropertyValue.Null));

    private static PropertyMap Keep(StackResource resource, params ReadOnlySpan<string> names)
    {
        var kept = PropertyMap.Empty;
        foreach (var name in names)
        {
            kept = kept.SetIf(name, resource.Outputs.GetValueOrDefault(name));
        }

        return kept;
    }
}
