using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.CertificateSources;

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
        var outputs = DescribedPartner.Of(inputs, plan.Installation) is { } partner
            ? PropertyMap.Of(
                (PartnerProperties.ApplicationIdentifier, partner.ApplicationIdentifier),
                (PartnerProperties.Realm, partner.Realm),
                (PartnerProperties.Issuer, partner.Principal))
            : PropertyMap.Empty;
        if (inputs.Certificate.Value?.CertificatePem.Value is { } pem)
        {
            return outputs.Set(PartnerProperties.TrustedKeys, WireValues.Keys([CertificateReader.ReadPem(pem)]));
        }

        return inputs.AuthorizationServer.IsGiven ? outputs.Set(PartnerProperties.TrustedKeys, WireValues.Keys([])) : outputs;
    }

    /// <summary>Whether the keys are copied again in a way that may change them.</summary>
    private static bool CopiesKeysAnew(PropertyMap old, PropertyMap now) => now.Has(PartnerProperties.AuthMetadataUrl)
        || PartnerProperties.Sources.Append(PartnerProperties.RefreshTrigger).Any(name =>
            old.TryGetValue(name, out var before) != now.TryGetValue(name, out var after)
            || (before is not null && after is not null && (after.ContainsUnknown() || !NormalForm.MeanTheSame(name, before, after))));
}
