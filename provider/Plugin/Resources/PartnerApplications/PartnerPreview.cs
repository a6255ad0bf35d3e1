using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>What the inputs alone tell of the outputs of a planned partner application.</summary>
internal static class PartnerPreview
{
    public static PropertyMap Outputs(ResourcePlan plan)
    {
        var inputs = PartnerApplicationInputs.Read(plan.Inputs);
        if (plan.OldInputs is not { } old || inputs.SourceIsOpen)
        {
            return Outputs(inputs, plan);
        }

        var identity = plan.Keep(PartnerProperties.ApplicationIdentifier, PartnerProperties.Realm, PartnerProperties.Issuer);
        return CopiesKeysAnew(old, plan.Inputs) ? identity : identity.With(plan.Keep(PartnerProperties.TrustedKeys));
    }

    private static PropertyMap Outputs(PartnerApplicationInputs inputs, ResourcePlan plan)
    {
        var outputs = IdentityIn(inputs, plan.Installation);
        if (inputs.Certificate.Value?.CertificatePem.Value is { } pem)
        {
            return outputs.Set(PartnerProperties.TrustedKeys, WireValues.Keys([CertificateReader.ReadPem(pem)]));
        }

        return inputs.AuthorizationServer.IsGiven ? outputs.Set(PartnerProperties.TrustedKeys, WireValues.Keys([])) : outputs;
    }

    /// <summary>Where a product has OAuth settings of its own, those decide the realm in its document.</summary>
    private static PropertyMap IdentityIn(PartnerApplicationInputs inputs, Installation installation)
    {
        if (DescribedPartner.Of(inputs, installation) is not { } partner)
        {
            return PropertyMap.Empty;
        }

        var application = PropertyMap.Of((PartnerProperties.ApplicationIdentifier, partner.ApplicationIdentifier));
        var hasSettings = inputs.Document.Url is { } url && installation.FindPublisher(url) is { } publisher
            && ProductFeatures.OAuthConfiguration.Contains(publisher.Product);
        return hasSettings ? application : application.Set(PartnerProperties.Realm, partner.Realm).Set(PartnerProperties.Issuer, partner.Principal);
    }

    /// <summary>Whether the keys are copied again in a way that may change them.</summary>
    private static bool CopiesKeysAnew(PropertyMap old, PropertyMap now) => now.Has(PartnerProperties.AuthMetadataUrl)
        || PartnerProperties.Sources.Append(PartnerProperties.RefreshTrigger).Any(name =>
            old.TryGetValue(name, out var before) != now.TryGetValue(name, out var after)
            || (before is not null && after is not null && (after.ContainsUnknown() || !NormalForm.MeanTheSame(name, before, after))));
}
