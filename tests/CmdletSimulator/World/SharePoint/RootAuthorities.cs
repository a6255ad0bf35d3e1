using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>At which certificates the chains of issuers may end (domain.md 4.7).</summary>
internal sealed class RootAuthorities(WorldStore store, SharePointFarms farms) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-SPTrustedRootAuthority", Get)
        .Add("New-SPTrustedRootAuthority", NewAsync)
        .Add("Remove-SPTrustedRootAuthority", Remove);

    private PlayedAnswer Get(PlayedCall call, Server server)
    {
        var all = farms.Of(server).RootAuthorities;
        return call.Text("Identity") is not { } identity ? PlayedAnswer.Of(all.Select(root => Shown(root.Key, root.Value)))
            : all.TryGetValue(identity, out var found) ? PlayedAnswer.Of(Shown(identity, found))
            : throw SharePointErrors.NotFound(call.Cmdlet, identity);
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var name = call.Required("Name");
        var certificate = call.Certificate("Certificate") is { } given
            ? CertificateReader.Read(given.Der.AsSpan())
            : (await store.FetchAsync(new Uri(call.Required("MetadataEndPoint")), trustAnyTls: false, cancellationToken)).Keys[0];
        return farms.Of(server).RootAuthorities.TryAdd(name, certificate)
            ? PlayedAnswer.Of(Shown(name, certificate))
            : throw SharePointErrors.Refused(call.Cmdlet, $"The trusted root authority {name} exists already.");
    }

    private PlayedAnswer Remove(PlayedCall call, Server server) => farms.Of(server).RootAuthorities.TryRemove(call.Required("Identity"), out _)
        ? PlayedAnswer.Nothing
        : throw SharePointErrors.NotFound(call.Cmdlet, call.Required("Identity"));

    private static PlayedValue.Thing Shown(string name, SigningCertificate certificate) => Things.Of(
        "Microsoft.SharePoint.Administration.SPTrustedRootAuthority",
        name,
        ("Name", PlayedValue.Of(name)),
        ("Certificate", new PlayedValue.Certificate("System.Security.Cryptography.X509Certificates.X509Certificate2", certificate.Der, [])));
}
