using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>A partner's certificate that is not known before the update, because the update generates it: where the plan has made one for the very
/// server that the program names by its principal, that one stands for it, and the user is told so.</summary>
internal sealed class PresumedCertificate(PreviewScope preview)
{
    public async Task<PropertyMap> FillAsync(PropertyMap inputs, Operation operation)
    {
        if (preview.Planned is not { } planned
            || PartnerApplicationInputs.Read(inputs).Certificate.Value is not { CertificatePem.IsUnknown: true } partner)
        {
            return inputs;
        }

        foreach (var made in planned.Engine.Made)
        {
            if (planned.Engine.OwnerOf(made.Thumbprint) is { } server && await IsOfAsync(server, made, partner, operation))
            {
                await operation.InformAsync(
                    $"Preview: certificate.certificatePem is taken to be that of the certificate which the update generates for {server}.");
                return inputs.Set(
                    PartnerProperties.Certificate,
                    GivenPartnerInputs.With((PropertyMap)inputs[PartnerProperties.Certificate].Unwrap(), WireValues.Pem(made)));
            }
        }

        return inputs;
    }

    /// <summary>Whether the certificate signs, or will sign, for the server that has the partner's principal.</summary>
    private static async Task<bool> IsOfAsync(string server, SigningCertificate made, GivenPartnerInputs partner, Operation operation)
    {
        var known = operation.Installation.Find(server)!;
        var settings = await operation.Engine.Reader.ReadSettingsAsync(known, operation.Progress, operation.CancellationToken);
        var binding = await operation.FindCertificateBindingAsync(known);
        var (application, realm) = AuthMetadata.PrincipalOf(known, settings);
        return application == partner.ApplicationIdentifier.Value && realm == partner.Realm.Value
            && (binding?.Slots.Current == made || binding?.Slots.Next == made);
    }
}
