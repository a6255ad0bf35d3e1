using System.Collections.Immutable;
using PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;
using PartnerTrust.Plugin.Resources.CertificateBindings;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Resources.PartnerApplications;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>The certificates that a stack's resources tell of, each as one value however many of them name it. Bindings hold whole ones. The keys in
/// documents and in copies of them are told by thumbprint and validity alone: one that no resource holds whole has no bytes, and its key is taken for
/// what products publish, RSA of 2048 bits (domain.md 2.1).</summary>
internal sealed class KnownCertificates
{
    private readonly Dictionary<Thumbprint, SigningCertificate> byThumbprint = [];

    private KnownCertificates()
    {
    }

    public static KnownCertificates In(IReadOnlyCollection<StackResource> resources)
    {
        var known = new KnownCertificates();
        foreach (var whole in resources.Select(PemIn).Select(Read).OfType<SigningCertificate>())
        {
            known.byThumbprint[whole.Thumbprint] = whole;
        }

        foreach (var told in resources.SelectMany(KeysIn).Select(Read).OfType<SigningCertificate>())
        {
            known.byThumbprint.TryAdd(told.Thumbprint, told);
        }

        return known;
    }

    /// <summary>Null for a text that is no thumbprint, and where nothing but the thumbprint is told.</summary>
    public SigningCertificate? Find(string? thumbprint) =>
        Thumbprint.TryParse(thumbprint, out var parsed) ? byThumbprint.GetValueOrDefault(parsed) : null;

    /// <summary>The keys of that name among outputs; null where they are not told, one of them included.</summary>
    public ImmutableArray<SigningCertificate>? Keys(PropertyMap outputs, string name)
    {
        if (!outputs.TryGetValue(name, out var told) || told.Unwrap() is not ListValue list)
        {
            return null;
        }

        ImmutableArray<SigningCertificate> keys = [.. outputs.Maps(name).Select(key => Find(key.Text("thumbprint"))).OfType<SigningCertificate>()];
        return keys.Length == list.Items.Length ? keys : null;
    }

    /// <summary>Null for what is no certificate.</summary>
    public static SigningCertificate? Read(string? pem)
    {
        try
        {
            return pem is null ? null : CertificateReader.ReadPem(pem);
        }
        catch (FaultException)
        {
            return null;
        }
    }

    private static string? PemIn(StackResource resource) => resource.Kind switch
    {
        CertificateBindingResource.TypeName => CertificateBindingOutputs.Read(resource.Outputs).CertificatePem,
        PartnerApplicationResource.TypeName => PartnerApplicationInputs.Read(resource.Inputs).Certificate.Value?.CertificatePem.Value,
        _ => null,
    };

    private static IEnumerable<PropertyMap> KeysIn(StackResource resource) => resource.Kind == AuthMetadataEndpointResource.TypeName
        ? resource.Outputs.Maps(DocumentOutputs.Keys)
        : resource.Outputs.Maps(PartnerProperties.TrustedKeys);

    private static SigningCertificate? Read(PropertyMap key) =>
        Thumbprint.TryParse(key.Text("thumbprint"), out var thumbprint)
        && Instant.Parse(key.Text("notBefore")) is { } begin && Instant.Parse(key.Text("notAfter")) is { } end
            ? new SigningCertificate([], thumbprint, "", "", "", begin, end, "RSA", 2048)
            : null;
}
