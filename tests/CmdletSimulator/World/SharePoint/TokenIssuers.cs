using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>Security token issuers (domain.md 4.7). A trust broker is a partner; one that is none stands for an authorization server.</summary>
internal sealed class TokenIssuers(WorldStore store, SharePointFarms farms) : INoun
{
    private static readonly string[] Products = [WellKnownApplications.Exchange, WellKnownApplications.Lync, WellKnownApplications.SharePoint];

    public void AddTo(CmdletTable table) => table
        .Add("Get-SPTrustedSecurityTokenIssuer", GetAsync)
        .Add("New-SPTrustedSecurityTokenIssuer", NewAsync)
        .Add("Set-SPTrustedSecurityTokenIssuer", SetAsync)
        .Add("Remove-SPTrustedSecurityTokenIssuer", RemoveAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var all = await ListAsync(server, cancellationToken);
        if (call.Text("Identity") is not { } identity)
        {
            return PlayedAnswer.Of(all.Select(issuer => issuer.Shown(farms.Of(server))));
        }

        var found = all.FirstOrDefault(issuer => Things.IsNamed(issuer.Name, identity)) ?? throw SharePointErrors.NotFound(call.Cmdlet, identity);
        return PlayedAnswer.Of(found.Shown(farms.Of(server)));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var name = call.Required("Name");
        var all = await ListAsync(server, cancellationToken);
        if (all.Any(issuer => Things.IsNamed(issuer.Name, name)))
        {
            throw SharePointErrors.Refused(call.Cmdlet, $"The trusted security token issuer {name} exists already.");
        }

        return PlayedAnswer.Of(await WriteAsync(call, server, name, call.IsOn("IsTrustBroker"), cancellationToken));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var existing = await RequireAsync(call, server, cancellationToken);
        if (call.Has("MetadataEndPoint") || call.Has("Certificate"))
        {
            await WriteAsync(call, server, existing.Name, call.Flag("IsTrustBroker") ?? existing.Partner is { IsTrustBroker: true }, cancellationToken);
        }
        else if (call.Has("Description"))
        {
            farms.Of(server).Descriptions[existing.Name] = call.Text("Description") ?? "";
        }

        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var existing = await RequireAsync(call, server, cancellationToken);
        await store.WriteAsync(
            session =>
            {
                session.PartnerApplications.Remove(server.Fqdn, existing.Name);
                session.AuthorizationServers.Remove(server.Fqdn, existing.Name);
            },
            cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedValue> WriteAsync(PlayedCall call, Server server, string name, bool isBroker, CancellationToken cancellationToken)
    {
        var url = call.Text("MetadataEndPoint") is { } text ? new Uri(text) : null;
        var document = url is null ? null : await FetchAsync(call, url, cancellationToken);
        var issuer = isBroker || url is null || Products.Contains(document!.ServiceName)
            ? new TokenIssuer(Partner(call, server, name, url, document) with { IsTrustBroker = isBroker }, null)
            : new TokenIssuer(
                null,
                AuthorizationServerRules.Register(server, new AuthorizationServerDraft(name, url, RealmOf(call)), document!, [], store.Now));
        await store.WriteAsync(
            session =>
            {
                session.PartnerApplications.Remove(server.Fqdn, name);
                session.AuthorizationServers.Remove(server.Fqdn, name);
                if (issuer.Partner is { } partner)
                {
                    session.PartnerApplications.Save(partner);
                }
                else
                {
                    session.AuthorizationServers.Save(issuer.AuthorizationServer!);
                }
            },
            cancellationToken);
        farms.Of(server).Descriptions[name] = call.Text("Description") ?? "";
        return issuer.Shown(farms.Of(server));
    }

    private PartnerApplication Partner(PlayedCall call, Server server, string name, Uri? url, AuthMetadataDocument? document)
    {
        PartnerSource source = url is null ? GivenSource(call) : new PartnerSource.Metadata(url, false);
        var draft = new PartnerApplicationDraft(server, name, source, null, true, false, null);
        return PartnerApplicationRules.Register(draft, document, [], store.Now);
    }

    private static PartnerSource.Certificate GivenSource(PlayedCall call)
    {
        var issuer = AuthorizationServerRules.IdentityOf(call.Text("RegisteredIssuerName")
            ?? throw SharePointErrors.Refused(call.Cmdlet, "RegisteredIssuerName is needed with a certificate."));
        var certificate = call.Certificate("Certificate") ?? throw SharePointErrors.Refused(call.Cmdlet, "Certificate is needed.");
        return new PartnerSource.Certificate(issuer.ApplicationIdentifier, issuer.Realm, CertificateReader.Read(certificate.Der.AsSpan()));
    }

    private static string? RealmOf(PlayedCall call) =>
        call.Text("RegisteredIssuerName") is { } name ? AuthorizationServerRules.IdentityOf(name).Realm : null;

    private async Task<AuthMetadataDocument> FetchAsync(PlayedCall call, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FetchAsync(url, trustAnyTls: false, cancellationToken);
        }
        catch (FaultException failure)
        {
            throw new PlayedErrorException(
                SharePointErrors.Of(call.Cmdlet, "WebException", "System.Net.WebException", $"The metadata cannot be read. {failure.Message}"));
        }
    }

    private async Task<TokenIssuer> RequireAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var identity = call.Required("Identity");
        return (await ListAsync(server, cancellationToken)).FirstOrDefault(issuer => Things.IsNamed(issuer.Name, identity))
            ?? throw SharePointErrors.NotFound(call.Cmdlet, identity);
    }

    private async Task<IReadOnlyList<TokenIssuer>> ListAsync(Server server, CancellationToken cancellationToken) =>
    [
        .. (await store.ListPartnersAsync(server, cancellationToken)).Select(partner => new TokenIssuer(partner, null)),
        .. (await store.ListAuthorizationServersAsync(server, cancellationToken)).Select(issuer => new TokenIssuer(null, issuer)),
    ];

    /// <summary>One of the two.</summary>
    private sealed record TokenIssuer(PartnerApplication? Partner, AuthorizationServer? AuthorizationServer)
    {
        public string Name => Partner?.Name ?? AuthorizationServer!.Name;

        private Uri? MetadataEndPoint => Partner is null ? AuthorizationServer!.AuthMetadataUrl : (Partner.Source as PartnerSource.Metadata)?.Url;

        private SigningCertificate? Key => (Partner is null ? TrustedKeys.Of(AuthorizationServer!) : TrustedKeys.Of(Partner)).FirstOrDefault();

        /// <summary>With the realm that was registered, which need not be the document's.</summary>
        private static string IssuerOf(AuthorizationServer record) =>
            $"{AuthorizationServerRules.IdentityOf(record.Issuer).ApplicationIdentifier}@{record.Realm}";

        public PlayedValue.Thing Shown(SharePointFarm farm)
        {
            var issuer = Partner?.Issuer ?? IssuerOf(AuthorizationServer!);
            return Things.Of(
                [
                    "Microsoft.SharePoint.Administration.Claims.SPTrustedSecurityTokenService",
                    "Microsoft.SharePoint.Administration.SPPersistedObject", "System.Object",
                ],
                Name,
                ("Name", PlayedValue.Of(Name)),
                ("Description", PlayedValue.Of(farm.Descriptions.GetValueOrDefault(Name) ?? "")),
                ("NameId", PlayedValue.Of(issuer)),
                ("RegisteredIssuerName", PlayedValue.Of(issuer)),
                ("IsSelfIssuer", PlayedValue.Of(Partner is not { IsTrustBroker: true })),
                ("MetadataEndPoint", PlayedValue.Of(MetadataEndPoint)),
                ("SigningCertificate", Key is { } key
                    ? new PlayedValue.Certificate("System.Security.Cryptography.X509Certificates.X509Certificate2", key.Der, [])
                    : PlayedValue.Nothing),
                ("AdditionalSigningCertificates", PlayedValue.Of(Array.Empty<string>())),
                ("DisplayName", PlayedValue.Of(Name)),
                ("Status", PlayedValue.Of("Online")));
        }
    }
}
