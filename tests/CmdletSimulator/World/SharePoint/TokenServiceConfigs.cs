using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>With which certificate the farm signs (domain.md 2.4).</summary>
internal sealed class TokenServiceConfigs(WorldStore store) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-SPSecurityTokenServiceConfig", GetAsync)
        .Add("Set-SPSecurityTokenServiceConfig", SetAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var slots = await store.ReadSlotsAsync(server, cancellationToken);
        PlayedValue signer = slots.Current is { } current
            ? new PlayedValue.Certificate("System.Security.Cryptography.X509Certificates.X509Certificate2", current.Der, [])
            : PlayedValue.Nothing;
        return PlayedAnswer.Of(Things.Of(
            "Microsoft.SharePoint.Administration.Claims.SPSecurityTokenServiceManager",
            "SecurityTokenServiceManager",
            ("Name", PlayedValue.Of("SecurityTokenServiceManager")),
            ("LocalLoginProvider", Things.Of(
                "Microsoft.SharePoint.Administration.Claims.SPLocalLoginProvider", "SharePoint", ("SigningCertificate", signer))),
            ("AllowOAuthOverHttp", PlayedValue.Of(false)),
            ("AllowMetadataOverHttp", PlayedValue.Of(false)),
            ("HybridStsSelectionEnabled", PlayedValue.Of(true))));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var thumbprint = call.Set switch
        {
            "SigningCertificateImport" when call.Certificate("ImportSigningCertificate") is { } given =>
                await AddAsync(call, server, given, cancellationToken),
            "SigningCertificateReference" => Parsed(call),
            _ => throw new PlayedErrorException(WorldErrors.Unplayed($"{call.Cmdlet} is not played for the set {call.Set}.")),
        };
        await store.Certificates.BindAsync(
            new BindCertificate(server.Fqdn, new CertificateSource.Stored(thumbprint), null), cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<Thumbprint> AddAsync(PlayedCall call, Server server, SentValue.Certificate given, CancellationToken cancellationToken)
    {
        if (given.Pkcs8 is not { IsEmpty: false } key)
        {
            throw SharePointErrors.Refused(call.Cmdlet, "The certificate has no private key that can be exported.");
        }

        var certificate = new CertificateWithKey(CertificateReader.Read(given.Der.AsSpan()), key);
        await store.AddAsync(server, certificate, cancellationToken);
        return certificate.Certificate.Thumbprint;
    }

    private static Thumbprint Parsed(PlayedCall call) => Thumbprint.TryParse(call.Text("SigningCertificateThumbprint"), out var thumbprint)
        ? thumbprint
        : throw SharePointErrors.Refused(call.Cmdlet, "SigningCertificateThumbprint is not a thumbprint.");
}
