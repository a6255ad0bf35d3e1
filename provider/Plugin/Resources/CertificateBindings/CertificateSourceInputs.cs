using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>Where a certificate comes from, of which a program says exactly one.</summary>
internal sealed record CertificateSourceInputs(
    Input<string> Thumbprint,
    Input<string> PfxFile,
    Input<string> Pfx,
    Input<string> PfxPassword,
    Input<GeneratedCertificateInputs> Generate)
{
    private const string ThumbprintName = "thumbprint";
    private const string PfxFileName = "pfxFile";
    private const string PfxName = "pfx";
    private const string GenerateName = "generate";

    /// <summary>The alternatives by their names, and which are given.</summary>
    public (string Name, bool IsGiven)[] Alternatives =>
    [
        (ThumbprintName, Thumbprint.IsGiven), (PfxFileName, PfxFile.IsGiven), (PfxName, Pfx.IsGiven), (GenerateName, Generate.IsGiven),
    ];

    /// <summary>Which of them is given; null while none is.</summary>
    public string? Kind => Array.Find(Alternatives, alternative => alternative.IsGiven).Name;

    /// <summary>The file that holds the certificate, or its content in base64; null where it comes from elsewhere.</summary>
    public Input<string>? File => PfxFile.IsGiven ? PfxFile : Pfx.IsGiven ? Pfx : null;

    /// <summary>Of a certificate that the server holds; null where it comes from elsewhere, and for a text that is none.</summary>
    public Thumbprint? Stored => Trust.Certificates.Thumbprint.TryParse(Thumbprint.Value, out var thumbprint) ? thumbprint : null;

    public static CertificateSourceInputs Read(InputReader reader) => new(
        reader.Text(ThumbprintName),
        reader.Text(PfxFileName),
        reader.Text(PfxName),
        reader.Text("pfxPassword"),
        reader.Nested(GenerateName, GeneratedCertificateInputs.Read));

    /// <summary>The source that names a certificate which the server holds.</summary>
    public static PropertyMap Write(Thumbprint thumbprint) => PropertyMap.Of((ThumbprintName, thumbprint.Hex));

    /// <summary>The source that would have a certificate generated like this one.</summary>
    public static PropertyMap WriteWish(SigningCertificate certificate) =>
        PropertyMap.Of((GenerateName, GeneratedCertificateInputs.Write(certificate)));

    /// <summary>The source with another wish, which keeps the secretness of the one before.</summary>
    public static PropertyMap WithWish(PropertyMap source, Func<PropertyMap, PropertyMap> change) =>
        source.Set(GenerateName, source[GenerateName].Map(wish => wish is PropertyMap map ? change(map) : wish));
}
