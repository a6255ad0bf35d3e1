using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Engines.PowerShell.Cmdlets.LyncProperties;

namespace PartnerTrust.Engines.PowerShell.Lync;

/// <summary>Lync's records in our terms. It shows where it took a partner's keys from, and not the keys (powershell.md 8).</summary>
internal static class LyncRecords
{
    private const string BehindOAuthServer = "UseOAuthServer";

    public static async Task<PartnerApplication> PartnerAsync(CmdletObject found, Server server, PublishedDocuments documents)
    {
        var identifier = (found.Text(ApplicationIdentifier) ?? "").ToLowerInvariant();
        var realm = found.Text(Realm) ?? "";
        var source = SourceOf(found.Text(AuthToken) ?? "", identifier, realm);
        if (source is PartnerSource.Metadata published && realm.Length == 0)
        {
            realm = await documents.RealmAsync(published.Url, identifier);
        }

        return new PartnerApplication(
            server.Fqdn,
            NameOf(found),
            source,
            identifier,
            realm,
            $"{identifier}@{realm}",
            source is PartnerSource.AuthorizationServer ? ImmutableArray<SigningCertificate>.Empty : null,
            Enum.TryParse<TrustLevel>(found.Text(ApplicationTrustLevel), ignoreCase: true, out var level) ? level : null,
            found.Flag(Enabled) ?? true,
            found.Flag(AcceptSecurityIdentifierInformation) ?? false,
            null);
    }

    /// <summary>Null for one that has no document: no record of ours, nor one that ours could stand beside.</summary>
    public static async Task<AuthorizationServer?> AuthorizationServerAsync(CmdletObject found, Server server, PublishedDocuments documents)
    {
        if (!Uri.TryCreate(found.Text(MetadataUrl), UriKind.Absolute, out var url))
        {
            return null;
        }

        var realm = found.TextOrNothing(Realm);
        var issuer = await documents.IssuerAsync(url, found.Text(IssuerIdentifier) ?? "", realm);
        return new AuthorizationServer(server.Fqdn, NameOf(found), url, realm ?? IssuerNames.RealmOf(issuer), issuer, null)
        {
            Type = AuthorizationServerTypes.Of(found.TextOrNothing(ServerType)),
        };
    }

    public static OAuthConfiguration Settings(CmdletObject found, Server server) => new(
        server.Fqdn,
        found.TextOrNothing(Realm) ?? server.Realm,
        found.TextOrNothing(ServiceName) ?? server.ApplicationIdentifier,
        found.TextOrNothing(ExchangeAutodiscoverUrl) is { } url ? UrlOf(url) : null,
        [.. (found.Text(ExchangeAutodiscoverAllowedDomains) ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])
    {
        ClientAuthorizationServer = found.TextOrNothing(ClientAuthorizationOAuthServerIdentity),
    };

    private static string NameOf(CmdletObject found) => found.TextOrNothing(Name) ?? LastPart(found.Text(Identity) ?? "");

    /// <summary>An identity may say its scope before the name, as in <c>Global/Exchange</c>.</summary>
    private static string LastPart(string identity) => identity[(identity.LastIndexOf('/') + 1)..];

    private static PartnerSource SourceOf(string token, string identifier, string realm) =>
        Uri.TryCreate(token, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? new PartnerSource.Metadata(url, false)
        : token.EndsWith(BehindOAuthServer, StringComparison.Ordinal) ? new PartnerSource.AuthorizationServer(identifier, realm)
        : new PartnerSource.Certificate(identifier, realm, null);

    /// <summary>What is no URL is kept as something that is, so that it is seen, and differs from whatever is wanted.</summary>
    private static Uri UrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : new Uri($"urn:{Uri.EscapeDataString(text)}");
}
