using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Engines.PowerShell.Cmdlets.ExchangeProperties;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>Exchange's records in our terms (domain.md 4.3, 4.5). The roles of linked accounts are no part of a record.</summary>
internal static class ExchangeRecords
{
    public static async Task<PartnerApplication> PartnerAsync(CmdletObject found, Server server, PublishedDocuments documents)
    {
        var identifier = (found.Text(ApplicationIdentifier) ?? "").ToLowerInvariant();
        var realm = found.Text(Realm) ?? "";
        var keys = KeysOf(found);
        var source = SourceOf(found, identifier, realm, keys);
        if (source is PartnerSource.Metadata published && realm.Length == 0)
        {
            realm = await documents.RealmAsync(published.Url, identifier);
        }

        return new PartnerApplication(
            server.Fqdn,
            found.Text(Name) ?? "",
            source,
            identifier,
            realm,
            $"{identifier}@{realm}",
            source is PartnerSource.AuthorizationServer ? ImmutableArray<SigningCertificate>.Empty : keys,
            null,
            found.Flag(Enabled) ?? true,
            found.Flag(AcceptSecurityIdentifierInformation) ?? false,
            AccountOf(found));
    }

    /// <summary>Null for one that has no document: no record of ours, nor one that ours could stand beside.</summary>
    public static async Task<AuthorizationServer?> AuthorizationServerAsync(CmdletObject found, Server server, PublishedDocuments documents)
    {
        if (!Uri.TryCreate(found.Text(AuthMetadataUrl), UriKind.Absolute, out var url))
        {
            return null;
        }

        var realm = UnreadableProperties.AsUnknown(() => found.TextOrNothing(Realm));
        var issuer = await documents.IssuerAsync(url, found.Text(IssuerIdentifier) ?? "", realm);
        return new AuthorizationServer(server.Fqdn, found.Text(Name) ?? "", url, IssuerNames.RealmOf(issuer), issuer, KeysOf(found))
        {
            Type = AuthorizationServerTypes.Of(found.TextOrNothing(ServerType)),
            IsDefaultAuthorizationEndpoint = found.Flag(IsDefaultAuthorizationEndpoint) ?? false,
        };
    }

    /// <summary>What uses an auth server is a cloud application (domain.md 4.3); so is taken what has neither a document nor a key, because
    /// nothing else could vouch for it.</summary>
    private static PartnerSource SourceOf(CmdletObject found, string identifier, string realm, ImmutableArray<SigningCertificate>? keys)
    {
        var url = found.Text(AuthMetadataUrl);
        return PartnerIdentity.KindOf(url, found.Flag(UseAuthServer) ?? false) switch
        {
            PartnerKind.Direct when Uri.TryCreate(url, UriKind.Absolute, out var published) => new PartnerSource.Metadata(published, false),
            PartnerKind.Certificate when keys is not { IsEmpty: true } => new PartnerSource.Certificate(identifier, realm, keys?[0]),
            _ => new PartnerSource.AuthorizationServer(identifier, realm),
        };
    }

    /// <summary>The strings are certificates in base64. Where one cannot be read, the keys are not known.</summary>
    private static ImmutableArray<SigningCertificate>? KeysOf(CmdletObject found)
    {
        try
        {
            return !found.Has(CertificateStrings)
                ? null
                : [.. found.Texts(CertificateStrings).Select(text => CertificateReader.Read(Convert.FromBase64String(text)))];
        }
        catch (Exception failure) when (failure is FaultException or FormatException or UnreadablePropertyException)
        {
            return null;
        }
    }

    /// <summary>By its own name, without the folder in which it lies.</summary>
    private static LinkedAccount? AccountOf(CmdletObject found)
    {
        var text = found.TextOrNothing(Account);
        var name = UnreadableProperties.AsUnknown(() => found.Inner(Account)?.Text(Name)) ?? text;
        return name is null ? null : new LinkedAccount(AccountNames.Own(name), []);
    }
}
