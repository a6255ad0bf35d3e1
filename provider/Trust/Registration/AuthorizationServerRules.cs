using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>How a product comes to trust an authorization server (domain.md 4.2, 4.5): by its document, whose keys are copied.</summary>
public static class AuthorizationServerRules
{
    /// <summary>A new record, or the record of that name written again.</summary>
    public static AuthorizationServer Register(
        Server server,
        string name,
        Uri authMetadataUrl,
        string? realm,
        AuthMetadataDocument document,
        IEnumerable<AuthorizationServer> siblings,
        DateTimeOffset now)
    {
        var record = new AuthorizationServer(server.Fqdn, name, authMetadataUrl, realm ?? document.Realm, document.Issuer, document.Keys);
        return Check(server, record, document, siblings, now) is { } fault ? throw new FaultException(fault) : record;
    }

    /// <summary>Why the document cannot be what an existing record is written again from; null when it is of the authorization server for
    /// which that was made.</summary>
    public static Fault? RefuseOther(AuthorizationServer existing, AuthMetadataDocument document) => existing.Issuer == document.Issuer
        ? null
        : FaultCatalogue.PartnerIdentityChanged(IdentityOf(existing.Issuer), IdentityOf(document.Issuer)).At("authMetadataUrl");

    /// <summary>Whether a record says already what is wanted, but for its name and the copy of the keys.</summary>
    public static bool IsSame(AuthorizationServer existing, Uri authMetadataUrl, string? realm, AuthMetadataDocument document) =>
        (existing.AuthMetadataUrl, existing.Realm, existing.Issuer) == (authMetadataUrl, realm ?? document.Realm, document.Issuer);

    /// <summary>Who an authorization server is: its issuer, apart at the last <c>@</c>.</summary>
    public static PartnerIdentity IdentityOf(string issuer)
    {
        var at = issuer.LastIndexOf('@');
        return new PartnerIdentity(issuer[..Math.Max(at, 0)], PartnerKind.Direct, issuer[(at + 1)..]);
    }

    private static Fault? Check(
        Server server, AuthorizationServer record, AuthMetadataDocument document, IEnumerable<AuthorizationServer> siblings, DateTimeOffset now)
    {
        if (!ProductFeatures.Partners.Contains(server.Product))
        {
            return FaultCatalogue.AuthorizationServersUnsupported(server.Fqdn, server.Product);
        }

        if (MetadataUrls.Validate(record.AuthMetadataUrl) is { } url)
        {
            return url;
        }

        if (Principals.RefuseRealm(record.Realm, isBehindAuthorizationServer: true) is { } realm)
        {
            return realm;
        }

        if (document.Keys.All(k => k.NotAfter < now))
        {
            return FaultCatalogue.PublishedKeysExpired(record.Issuer, now);
        }

        var same = siblings.FirstOrDefault(s => s.Server == record.Server && s.Name != record.Name && s.Issuer == record.Issuer);
        return same is null ? null : FaultCatalogue.AuthorizationServerRegistered(record.Server, same.Name, record.Issuer);
    }
}
