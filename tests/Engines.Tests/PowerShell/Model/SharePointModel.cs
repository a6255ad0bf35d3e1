using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>A SharePoint farm (domain.md 2.4, 4.7).</summary>
internal sealed class SharePointModel() : ModelServer(Litware.SharePoint)
{
    public sealed record Issuer(string Name, string RegisteredIssuerName, string? Url, SigningCertificate Key, bool IsBroker);

    public Dictionary<Thumbprint, SigningCertificate> Store { get; } = [];

    public SigningCertificate? Signing { get; set; }

    public Dictionary<string, Issuer> Issuers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> FullControl { get; } = [];

    private string? kept;

    protected override IEnumerable<CmdletObject> Execute(string cmdlet, CallArguments given) => cmdlet switch
    {
        "Get-SPSecurityTokenServiceConfig" => [Give.Object(("LocalLoginProvider", Give.Inner(
            "", ("SigningCertificate", Signing is null ? Give.Unreadable : Give.Inner("", ("RawData", Signing.Der))))))],
        "Set-SPSecurityTokenServiceConfig" => Sign(given),
        "Get-Item" => given.Texts("LiteralPath").Select(path => path[(path.LastIndexOf('\\') + 1)..])
            .SelectMany(hex => Store.Values.Where(certificate => certificate.Thumbprint.Hex == hex))
            .Select(certificate => Give.Object(("RawData", certificate.Der), ("HasPrivateKey", true))),
        "Get-SPTrustedSecurityTokenIssuer" => Issuers.Values.Select(issuer => Give.Object(
            ("Name", issuer.Name), ("RegisteredIssuerName", issuer.RegisteredIssuerName), ("MetadataEndPoint", issuer.Url is null ? null : new Uri(issuer.Url)),
            ("SigningCertificate", Give.Inner("", ("RawData", issuer.Key.Der))), ("IsSelfIssuer", !issuer.IsBroker))),
        "New-SPTrustedSecurityTokenIssuer" => Issuers.ContainsKey(given.Text("Name")!) ? throw ModelError.Exists(given.Text("Name")!) : Save(given.Text("Name")!, given),
        "Set-SPTrustedSecurityTokenIssuer" => Issuers.ContainsKey(given.Text("Identity")!)
            ? Save(given.Text("Identity")!, given)
            : throw ModelError.NotFound(given.Text("Identity")!),
        "Remove-SPTrustedSecurityTokenIssuer" => Issuers.Remove(given.Text("Identity")!) ? [] : throw ModelError.NotFound(given.Text("Identity")!),
        "Get-SPAppPrincipal" => Keep(given.Text("NameIdentifier")!),
        "Set-SPAppPrincipalPermission" => Grant(),
        _ => throw new InvalidOperationException(cmdlet),
    };

    /// <summary>As when the shell ended, and another began.</summary>
    public void Forget() => kept = null;

    private CmdletObject[] Sign(CallArguments given)
    {
        if (given.Text("SigningCertificateThumbprint") is { } hex)
        {
            Signing = Store.Values.FirstOrDefault(certificate => certificate.Thumbprint.Hex == hex) ?? throw ModelError.NotFound(hex);
            return [];
        }

        Signing = Open(given, "ImportSigningCertificate", "ImportSigningCertificate").Certificate;
        return [];
    }

    private CmdletObject[] Save(string name, CallArguments given)
    {
        var issuer = given.Text("MetadataEndPoint") is { } url && Fetch(url) is { } document
            ? new Issuer(name, given.Text("RegisteredIssuerName") ?? document.Issuer, url, document.Keys[0], given.IsOn("IsTrustBroker"))
            : new Issuer(
                name, given.Text("RegisteredIssuerName")!, null, CertificateReader.Read(given.Bytes("Certificate").AsSpan()), given.IsOn("IsTrustBroker"));
        Issuers[name] = issuer;
        return [];
    }

    private CmdletObject[] Keep(string issuer)
    {
        kept = Issuers.Values.Any(known => known.RegisteredIssuerName == issuer) ? issuer : throw ModelError.NotFound(issuer);
        return [Give.Object()];
    }

    private CmdletObject[] Grant()
    {
        FullControl.Add(kept ?? throw new ModelError("NotKept", "InvalidArgument", "ArgumentException"));
        return [];
    }
}
