using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>Another record of the same partner exists on the server.</summary>
    public static Fault PartnerRegistered(string server, string name, PartnerIdentity identity) => new(
        "PT4001", "",
        $"{server} already has {Quote(name)} for {identity.ApplicationIdentifier} in realm {Quote(identity.Realm)}.",
        "only one record for each partner.",
        $"Import it with the id \"{server}/{name}\", or remove it first. If another resource of this stack takes its place, give that one an alias, or set deleteBeforeReplace.");

    /// <summary>The partner is not the one that the record was made for.</summary>
    public static Fault PartnerIdentityChanged(PartnerIdentity recorded, PartnerIdentity found) => new(
        "PT4002", "",
        $"The source now describes {Quote(found.Principal)}.",
        $"{Quote(recorded.Principal)}, for which the record was made.",
        "Correct the partner's document. If the partner really has changed, set its realm in the provider's \"servers\", or replace the record with \"pulumi up --target-replace\".");

    /// <summary>The application identifier is not one that tokens can carry.</summary>
    public static Fault ApplicationIdentifierFormat(string identifier) => new(
        "PT4003", "applicationIdentifier",
        $"The application identifier is {Quote(identifier)}.",
        "a GUID in lower case such as \"00000004-0000-0ff1-ce00-000000000000\": receivers compare it letter by letter.",
        "Use the identifier that the partner's document gives as serviceName.");

    /// <summary>The realm is not one that tokens can carry.</summary>
    public static Fault RealmFormat(string property, string realm) => new(
        "PT4004", property,
        $"The realm is {Quote(realm)}.",
        "a domain or a GUID, without '@', '/' or spaces.",
        "Set the realm that the server stamps into its tokens.");

    /// <summary>A partner of every realm cannot be trusted directly.</summary>
    public static Fault RealmWildcard(string realm) => new(
        "PT4005", "realm",
        $"The partner's realm is {Quote(realm)}.",
        "one realm: only cloud applications belong to every realm.",
        "Register a cloud application behind an authorization server.");

    /// <summary>The partner is the server itself.</summary>
    public static Fault PartnerIsSelf(string server) => new(
        "PT4006", "authMetadataUrl",
        $"The partner is {server} itself: the URL leads to it, or the key is its own.",
        "another server; one of the same realm and identifier may well be one, as another farm is.",
        "Point the URL at the partner.");

    /// <summary>The product registers partners by their documents or through an authorization server, not by a certificate alone.</summary>
    public static Fault CertificateSourceUnsupported(ServerProduct product) => new(
        "PT4007", "certificate",
        $"A certificate was given for a partner of {product}.",
        "authMetadataUrl or authorizationServer.",
        "Let the partner publish its document and give its URL.");

    /// <summary>The server trusts no authorization server that could vouch for the partner.</summary>
    public static Fault AuthorizationServerMissing(string server) => new(
        "PT4008", "authorizationServer",
        $"{server} trusts no authorization server.",
        "an AuthorizationServer on the same server, which issues the partner's tokens.",
        "Declare one, and let the partner application depend on it.")
    {
        IsWarning = true,
    };

    /// <summary>The linked account lacks roles that the partner's features need.</summary>
    public static Fault RolesMissing(string account, IEnumerable<string> missing) => new(
        "PT4009", "linkedAccount.roles",
        $"The linked account {Quote(account)} lacks {string.Join(", ", missing)}.",
        "the roles that the partner's features need.",
        $"Add {string.Join(", ", missing)} to linkedAccount.roles.")
    {
        IsWarning = true,
    };

    /// <summary>A role of a linked account is none of Exchange's own, and looks like one of them.</summary>
    public static Fault RoleUnknown(string account, string role, string nearest) => new(
        "PT4036", "linkedAccount.roles",
        $"The role {Quote(role)} of the linked account {Quote(account)} is none of Exchange's own.",
        $"probably {Quote(nearest)}.",
        $"Correct it to {Quote(nearest)}; a management role of your own by that name is taken as it is.")
    {
        IsWarning = true,
    };

    /// <summary>There is no linked account, so calls without a user are refused.</summary>
    public static Fault AccountNotLinked(string name) => new(
        "PT4010", "linkedAccount",
        $"{Quote(name)} has no linked account.",
        "an account whose roles say what the partner may do without a user.",
        "Set linkedAccount, unless every call is made for a user.")
    {
        IsWarning = true,
    };

    /// <summary>The realm is covered by a wildcard accepted domain only, which does not count.</summary>
    public static Fault RealmOnlyWildcard(string server, string realm, string wildcard) => new(
        "PT4011", "realm",
        $"{server} accepts {Quote(realm)} only through {Quote(wildcard)}.",
        "the realm as an accepted domain of its own; wildcards do not count for tokens.",
        "List the domain explicitly among the accepted domains.")
    {
        IsWarning = true,
    };

    /// <summary>The realm is none of the accepted domains.</summary>
    public static Fault RealmNotAccepted(string server, string realm) => new(
        "PT4012", "realm",
        $"{Quote(realm)} is not an accepted domain of {server}.",
        "the partner's realm among the accepted domains.",
        "Add it to acceptedDomains, or correct the partner's realm.")
    {
        IsWarning = true,
    };

    /// <summary>The autodiscover URL cannot be used by the storage service.</summary>
    public static Fault AutodiscoverUrlFormat(string? url) => new(
        "PT4015", "exchangeAutodiscoverUrl",
        $"The autodiscover URL is {QuoteUrl(url)}.",
        "an https URL that ends in \"/autodiscover/autodiscover.svc\".",
        "Use https, and .svc where mail clients use .xml.");

    /// <summary>An allowed domain is neither a domain nor a wildcard for one.</summary>
    public static Fault AllowedDomainFormat(string domain) => new(
        "PT4016", "exchangeAutodiscoverAllowedDomains",
        $"The allowed domain is {Quote(domain)}.",
        "a domain such as \"contoso.com\" or \"*.contoso.com\".",
        "Correct it; list each domain as an entry of its own.");

    /// <summary>Only Lync has OAuth configuration.</summary>
    public static Fault OAuthConfigurationUnsupported(string server, ServerProduct product) => new(
        "PT4017", "server",
        $"{server} is a server of product {product}.",
        "a Lync server: no other product has these settings.",
        "Name the Lync server or pool.");

    /// <summary>The server already trusts the same authorization server under another name.</summary>
    public static Fault AuthorizationServerRegistered(string server, string name, string issuer) => new(
        "PT4018", "authMetadataUrl",
        $"{server} already trusts {Quote(issuer)} as {Quote(name)}.",
        "only one record for each authorization server.",
        $"Import it with the id \"{server}/{name}\", or remove it first.");

    /// <summary>There are several records of one partner.</summary>
    public static Fault PartnerDuplicated(string server, PartnerIdentity identity, IEnumerable<string> names) => new(
        "PT4019", "",
        $"{server} has {string.Join(", ", names.Select(Quote))} for {identity.ApplicationIdentifier} in realm {Quote(identity.Realm)}.",
        "only one record for each partner.",
        identity.IsBehindAuthorizationServer
            ? "Find out for which tenant each is: a record of one tenant has its realm. Remove by name what nobody uses, never by the identifier."
            : "Keep the one whose keys are those that the partner publishes, and remove the others by name.")
    {
        IsWarning = true,
    };

    /// <summary>A hybrid record has the same application identifier and must not be touched.</summary>
    public static Fault HybridRecordPresent(string server, string name, string identifier) => new(
        "PT4020", "",
        $"{Quote(name)} on {server} has the same identifier {identifier}, and an authorization server vouches for it, as for the cloud's application in a hybrid.",
        "both records side by side.",
        "Do not remove either by its identifier: that would remove both.")
    {
        IsWarning = true,
    };

    /// <summary>The record is disabled, so every token of the partner is refused.</summary>
    public static Fault RecordDisabled(string server, string name) => new(
        "PT4021", "enabled",
        $"{Quote(name)} on {server} is disabled.",
        "an enabled record.",
        "Set enabled to true.")
    {
        IsWarning = true,
    };

    /// <summary>The trust level does not let the partner act for users.</summary>
    public static Fault TrustLevelLow(string server, string name, TrustLevel level) => new(
        "PT4022", "trustLevel",
        $"{Quote(name)} on {server} has the trust level {level}.",
        "Full: only then may a partner that issues its own tokens act for users.",
        "Set trustLevel to Full, or put the partner behind an authorization server.")
    {
        IsWarning = true,
    };

    /// <summary>No record of the partner exists.</summary>
    public static Fault PartnerMissing(string server, PartnerIdentity identity) => new(
        "PT4023", "",
        $"{server} has no partner application for {identity.ApplicationIdentifier} in realm {Quote(identity.Realm)}.",
        "a record, so that the partner's calls are accepted.",
        "Declare a PartnerApplication with the partner's metadata URL.")
    {
        IsWarning = true,
    };

    /// <summary>Lync does not know where Exchange's autodiscover is.</summary>
    public static Fault AutodiscoverUrlMissing(string server) => new(
        "PT4024", "exchangeAutodiscoverUrl",
        $"{server} has no Exchange autodiscover URL.",
        "the https URL that ends in \"autodiscover.svc\".",
        "Declare an OAuthConfiguration with exchangeAutodiscoverUrl.")
    {
        IsWarning = true,
    };

    /// <summary>Lync's own application identifier was changed.</summary>
    public static Fault ServiceNameChanged(string server, string found, string expected) => new(
        "PT4025", "serviceName",
        $"The service name of {server} is {Quote(found)}.",
        $"\"{expected}\".",
        "Restore it: changing the service name breaks every partner.")
    {
        IsWarning = true,
    };

    /// <summary>The product cannot be told to accept any TLS certificate.</summary>
    public static Fault AnyTlsUnsupported(ServerProduct product) => new(
        "PT4026", "trustAnySslCertificate",
        $"trustAnySslCertificate is set on {product}.",
        "a TLS certificate that the server trusts: only Exchange can be told to accept any, for laboratories.",
        "Remove the property, and let the server trust the partner's certificate authority.");

    /// <summary>Any TLS certificate is accepted, which belongs in laboratories only.</summary>
    public static Fault AnyTlsAccepted() => new(
        "PT4027", "trustAnySslCertificate",
        "Any TLS certificate is accepted when the partner's keys are read.",
        "a verified certificate: otherwise whoever answers under that name chooses the keys that are trusted.",
        "Use it in laboratories only.")
    {
        IsWarning = true,
    };

    /// <summary>A third-party authorization server trusts no authorization server.</summary>
    public static Fault AuthorizationServersUnsupported(string server, ServerProduct product) => new(
        "PT4028", "server",
        $"{server} is a server of product {product}.",
        "a Lync, Exchange or SharePoint server.",
        "Name the server that should trust the authorization server.");

    /// <summary>The stack now declares another identity for the partner.</summary>
    public static Fault PartnerDeclaredAnew(string server, string name, PartnerIdentity recorded, PartnerIdentity declared) => new(
        "PT4030", "authMetadataUrl",
        $"{Quote(name)} on {server} was made for {Quote(recorded.Principal)}, but the provider's \"servers\" now declare the partner as {Quote(declared.Principal)}.",
        "a record of the partner as it is declared.",
        "Run an update: it replaces the record.")
    {
        IsWarning = true,
    };

    /// <summary>A document was read before the settings that decide its realm were written.</summary>
    public static Fault DocumentReadTooEarly(string server, string realm, IReadOnlyCollection<string> readers, string settings) => new(
        "PT4032", "realm",
        $"{string.Join(" and ", readers.Take(4).Select(Quote))} read the document of {server} before {Quote(settings)} gave it the realm {Quote(realm)}.",
        "settings that are written before the document is read.",
        $"Let what reads the document depend on {Quote(settings)} (dependsOn). The next update reads it again in any case.")
    {
        IsWarning = true,
    };

    /// <summary>Lync's clients are to sign in at an authorization server that Lync does not know.</summary>
    public static Fault ClientAuthorizationServerMissing(string server, string name) => new(
        "PT4034", "clientAuthorizationOAuthServerIdentity",
        $"{server} has no authorization server {Quote(name)}, at which its clients are to sign in.",
        "the name of an AuthorizationServer on the same server.",
        "Declare it, and let the OAuth configuration depend on it; or correct the name.")
    {
        IsWarning = true,
    };

    /// <summary>Lync's clients are to sign in at an authorization server that issues for servers alone.</summary>
    public static Fault ClientAuthorizationServerOfServers(string server, string name) => new(
        "PT4035", "clientAuthorizationOAuthServerIdentity",
        $"{Quote(name)} on {server}, at which its clients are to sign in, is of neither type AzureAD nor ADFS.",
        "an authorization server that signs clients in: another one leads clients, and Autodiscover after them, astray.",
        "Name the authorization server of the modern authentication, or leave the property out.")
    {
        IsWarning = true,
    };

    /// <summary>A certificate-registered issuer of a SharePoint farm has another realm than the farm.</summary>
    public static Fault IssuerOfOtherRealm(string farm, string realm, string expected) => new(
        "PT4033", "certificate.realm",
        $"The issuer is registered on {farm} with the realm {Quote(realm)}.",
        $"{Quote(expected)}, the farm's own: applications get their tokens for the realm that the farm names.",
        "Set the realm to what Get-SPAuthenticationRealm shows; set the farm's own in the provider's \"servers\" if it is not the one above.")
    {
        IsWarning = true,
    };

    /// <summary>The security identifiers in the partner's tokens are not accepted.</summary>
    public static Fault SecurityIdentifiersRefused(string server, string name) => new(
        "PT4029", "acceptSecurityIdentifierInformation",
        $"{Quote(name)} on {server} does not accept security identifiers.",
        "true where users belong to another forest.",
        "Set acceptSecurityIdentifierInformation to true on both sides.")
    {
        IsWarning = true,
    };
}
