using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Plugin.Values;

/// <summary>Values of the domain as outputs.</summary>
internal static class WireValues
{
    public static ListValue Texts(IEnumerable<string> texts) => ListValue.Of(texts.Select(text => (PropertyValue)text));

    public static ListValue Keys(ImmutableArray<SigningCertificate> keys) => ListValue.Of(keys.Select(key => PropertyMap.Of(
        ("x5t", key.Thumbprint.X5t),
        ("thumbprint", key.Thumbprint.Hex),
        ("notBefore", Instant.Format(key.NotBefore)),
        ("notAfter", Instant.Format(key.NotAfter)))));

    public static ListValue Steps(ImmutableArray<TraceStep> steps) => ListValue.Of(steps.Select(Step));

    public static PropertyMap Thumbprint(Thumbprint thumbprint) => PropertyMap.Of(("thumbprint", thumbprint.Hex), ("x5t", thumbprint.X5t));

    public static PropertyMap Certificate(SigningCertificate certificate) => Thumbprint(certificate.Thumbprint).With(PropertyMap.Of(
        ("subject", certificate.Subject),
        ("issuer", certificate.Issuer),
        ("serialNumber", certificate.SerialNumber),
        ("notBefore", Instant.Format(certificate.NotBefore)),
        ("notAfter", Instant.Format(certificate.NotAfter)),
        ("keySize", certificate.KeySize),
        ("certificatePem", Pem(certificate))));

    public static string Pem(SigningCertificate certificate) => PemEncoding.WriteString("CERTIFICATE", certificate.Der.AsSpan()) + "\n";

    private static PropertyMap Step(TraceStep step)
    {
        var map = PropertyMap.Of(
            ("name", step.Name), ("succeeded", step.Succeeded), ("code", step.Code), ("detail", step.Fault?.Text ?? step.Detail));
        return step.Diagnostics is null ? map : map.Set("diagnostics", step.Diagnostics);
    }
}
