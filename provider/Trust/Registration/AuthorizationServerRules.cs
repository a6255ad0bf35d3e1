using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>How a product comes to trust an authorization server (domain.md 4.2, 4.5): by its document, whose keys are copied.</summary>
public static class AuthorizationServerRules
{
    /// <summary>A new record, or the record of that name written again.</summary>
    /// <param name="server">Who keeps it.</param>
    /// <param name="draft">What is wanted.</param>
    /// <param name="document">What the authorization server publishes.</param>
    /// <param name="siblings">The server's other records.</param>
    /// <param name="now">When the record is written.</param>
    public static AuthorizationServer Register(
        Server server, AuthorizationServerDraft draft, AuthMetadataDocument document, IEnumerable<AuthorizationServer> siblings, DateTimeOffset now)
    {
        var record = new AuthorizationServer(
            server.Fqdn, draft.Name, draft.AuthMetadataUrl, draft.Realm ?? document.Realm, document.Issuer, document.Keys)
        {
            Type = draft.Type,
            IsDefaultAuthorizationEndpoint = draft.IsDefaultAuthorizationEndpoint,
        };
        return Check(server, record, document, siblings, now) is { } fault ? throw new FaultException(fault) : record;
    }

    /// <summary>Why the document cannot be what an existing record is written again from; null when it is of the authorization server for
    /// which that was made.</summary>
    public static Fault? RefuseOther(AuthorizationServer existing, AuthMetadataDocument document) => existing.Issuer == document.Issuer
        ? null
        : FaultCatalogue.PartnerIdentityChanged(IdentityOf(existing.Issuer), IdentityOf(document.Issuer)).At("authMetadataUrl");

    /// <summary>Whether a record says already what is wanted, but for its name and the copy of the keys.</summary>
    public static bool IsSame(AuthorizationServer existing, AuthorizationServerDraft draft, AuthMetadataDocument document) =>
        (existing.AuthMetadataUrl, existing.Realm, existing.Issuer) == (draft.AuthMetadataUrl, draft.Realm ?? document.Realm, document.Issuer)
        && (existing.Type, existing.IsDefaultAuthorizationEndpoint) == (draft.Type, draft.IsDefaultAuthorizationEndpoint);

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
            return FaultCatalogue.PublishedKeysExpired(record.Issuer, document.Keys.Max(key => key.NotAfter), now);
        }

        var same = siblings.FirstOrDefault(s => s.Server == record.Server && s.Name != record.Name && s.Issuer == record.Issuer);
        return same is null ? null : FaultCatalogue.AuthorizationServerRegistered(record.Server, same.Name, record.Issuer);
    }
}
