using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>Another record of the same partner exists on the server.</summary>
    /// <cause>Somebody registered the partner by hand, or with <c>Configure-EnterprisePartnerApplication.ps1</c>, which makes a record with a name
    /// such as <c>LyncEnterprise-</c> and 32 digits at each run. Or another stack or resource declares it under another name.</cause>
    /// <seen>On Exchange or on Lync, one of the records has the same identifier and realm:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm, AuthMetadataUrl</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Realm</code></seen>
    /// <remedy>Take the record over: import it under the id that the message gives. Where it differs from the program, the next update puts it right.
    /// <code>pulumi import partnertrust:index:PartnerApplication lync "exch01.litwareinc.com/LyncEnterprise-0a1b2c"</code>
    /// <para>Or remove it by its name, never by its identifier. The partner's calls fail until the update has made the new one.</para>
    /// <para>Where a resource was renamed in the program, give it an alias, so that its record is kept.</para></remedy>
    public static Fault PartnerRegistered(string server, string name, PartnerIdentity identity) => new(
        "PT4001", "",
        $"{server} already has {Quote(name)} for {identity.ApplicationIdentifier} in realm {Quote(identity.Realm)}.",
        "only one record for each partner.",
        $"Import it with the id \"{server}/{name}\", or remove it first. If another resource of this stack takes its place, give that one an alias, or set deleteBeforeReplace.");

    /// <summary>The partner is not the one that the record was made for.</summary>
    /// <cause>The server behind the URL was given another realm or service name, a name in DNS leads to another server by now, or a farm was built
    /// anew with another id. A record is never turned into one of somebody else without the stack's saying so: whoever takes over a URL would be
    /// trusted.</cause>
    /// <seen>The document at the URL shows <c>issuer</c>; the record has its two parts:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm, AuthMetadataUrl</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Realm</code></seen>
    /// <remedy><list type="number"><item>Find out whether the change is meant. If it is not, set the partner's realm back, or correct DNS; nothing
    /// else is to be done here.</item>
    /// <item>If it is, and the partner is a server of the stack, set its <c>realm</c> in <c>partnertrust:servers</c>. The next update replaces the
    /// record.</item>
    /// <item>If the partner is outside of the stack, replace the record by its URN, which <c>pulumi stack --show-urns</c> lists:
    /// <code>pulumi up --target-replace "&lt;urn&gt;"</code></item></list></remedy>
    public static Fault PartnerIdentityChanged(PartnerIdentity recorded, PartnerIdentity found) => new(
        "PT4002", "",
        $"The source now describes {Quote(found.Principal)}.",
        $"{Quote(recorded.Principal)}, for which the record was made.",
        "Correct the partner's document. If the partner really has changed, set its realm in the provider's \"servers\", or replace the record with \"pulumi up --target-replace\".");

    /// <summary>The application identifier is not one that tokens can carry.</summary>
    /// <cause>The GUID was copied in upper case, as some tools show it, or with braces, or a friendly name such as <c>microsoft.exchange</c> was
    /// given.</cause>
    /// <remedy>Write the GUID in lower case. Exchange is <c>00000002-0000-0ff1-ce00-000000000000</c>, SharePoint
    /// <c>00000003-0000-0ff1-ce00-000000000000</c>, Lync <c>00000004-0000-0ff1-ce00-000000000000</c>; any other application has it as
    /// <c>serviceName</c> in its document, or as client id where it was registered.</remedy>
    public static Fault ApplicationIdentifierFormat(string identifier) => new(
        "PT4003", "applicationIdentifier",
        $"The application identifier is {Quote(identifier)}.",
        "a GUID in lower case such as \"00000004-0000-0ff1-ce00-000000000000\": receivers compare it letter by letter.",
        "Use the identifier that the partner's document gives as serviceName.");

    /// <summary>The realm is not one that tokens can carry.</summary>
    /// <cause>A URL, an address or a whole principal was given instead of the realm alone, or the text holds a space.</cause>
    /// <seen>The products show their realm; an empty one on Exchange is its default, and means the accepted domains:
    /// <code>Get-CsOAuthConfiguration | Format-List Realm</code>
    /// <code>Get-AuthConfig | Format-List Realm</code>
    /// <code>Get-SPAuthenticationRealm</code></seen>
    /// <remedy>Give what stands after the at sign in the partner's issuer: for Lync the default SIP domain, such as <c>litwareinc.com</c>, for a
    /// SharePoint farm its GUID. Upper and lower case count.</remedy>
    public static Fault RealmFormat(string property, string realm) => new(
        "PT4004", property,
        $"The realm is {Quote(realm)}.",
        "a domain or a GUID, without '@', '/' or spaces.",
        "Set the realm that the server stamps into its tokens.");

    /// <summary>A partner of every realm cannot be trusted directly.</summary>
    /// <cause>The cloud's <c>*</c> was copied into <c>certificate.realm</c>, or the document at <c>authMetadataUrl</c> is that of Exchange Online.
    /// Its key would let one holder speak for every organization.</cause>
    /// <remedy>Declare an AuthorizationServer, and the application as a PartnerApplication with <c>authorizationServer</c>: there a realm may be left
    /// out. For an application with its own certificate, give the one realm for which its tokens are issued.</remedy>
    public static Fault RealmWildcard(string realm) => new(
        "PT4005", "realm",
        $"The partner's realm is {Quote(realm)}.",
        "one realm: only cloud applications belong to every realm.",
        "Register a cloud application behind an authorization server.");

    /// <summary>The partner is the server itself.</summary>
    /// <cause>The URLs of two servers were mixed up in the program, or a name in DNS leads back to the server itself. On SharePoint, several farms
    /// may share one realm; it is the server's own URL or key that is refused.</cause>
    /// <remedy>Give the URL of the other server, best as the <c>url</c> of its AuthMetadataEndpoint. A server needs no record of itself.</remedy>
    public static Fault PartnerIsSelf(string server) => new(
        "PT4006", "authMetadataUrl",
        $"The partner is {server} itself: the URL leads to it, or the key is its own.",
        "another server; one of the same realm and identifier may well be one, as another farm is.",
        "Point the URL at the partner.");

    /// <summary>The product registers partners by their documents or through an authorization server, not by a certificate alone.</summary>
    /// <cause>The record is for a product that takes a partner's keys from a document alone: Exchange has no parameter for a certificate.</cause>
    /// <remedy>Give the partner's <c>authMetadataUrl</c>. If it publishes nothing, let it get its tokens from an authorization server, and give
    /// <c>authorizationServer</c>.</remedy>
    public static Fault CertificateSourceUnsupported(ServerProduct product) => new(
        "PT4007", "certificate",
        $"A certificate was given for a partner of {product}.",
        "authMetadataUrl or authorizationServer.",
        "Let the partner publish its document and give its URL.");

    /// <summary>The server trusts no authorization server that could vouch for the partner.</summary>
    /// <cause>The record says that an authorization server vouches for the partner, and the server trusts none, or only those that sign clients in.
    /// It was removed, or never declared. All calls of the partner are refused meanwhile.</cause>
    /// <seen>On Exchange or on Lync, the authorization server is not among
    /// <code>Get-AuthServer | Format-List Name, IssuerIdentifier, AuthMetadataUrl, Enabled</code>
    /// <code>Get-CsOAuthServer | Format-List Name, IssuerIdentifier, MetadataUrl, Type</code></seen>
    /// <remedy>Declare an AuthorizationServer on the same server, with the URL of its JSON document and without <c>type</c>, and let the
    /// PartnerApplication depend on it. If the partner signs its own tokens, give it <c>authMetadataUrl</c> instead.</remedy>
    public static Fault AuthorizationServerMissing(string server) => new(
        "PT4008", "authorizationServer",
        $"{server} trusts no authorization server.",
        "an AuthorizationServer on the same server, which issues the partner's tokens.",
        "Declare one, and let the partner application depend on it.")
    {
        IsWarning = true,
    };

    /// <summary>The realm is covered by a wildcard accepted domain only, which does not count.</summary>
    /// <cause>The accepted domains were tidied up to one entry with a wildcard. Mail goes on; Exchange finds the organization of a token by an entry
    /// that is exactly its realm, and refuses all of the partner's calls.</cause>
    /// <seen>Lync writes event 32054 of LS Storage Service, and Exchange answers 401 with <c>x-ms-diagnostics: 2000004;reason="The tenant for tenant
    /// guid '…' does not exist.";error_category="invalid_tenant"</c>. The realm has no line of its own among
    /// <code>Get-AcceptedDomain | Format-List Name, DomainName</code></seen>
    /// <remedy>Add the realm itself as an accepted domain in Exchange, beside the wildcard, and to <c>acceptedDomains</c> of the server in
    /// <c>partnertrust:servers</c>: this package goes by that list, and does not ask Exchange for its own.</remedy>
    /// <sign>2000004</sign>
    /// <sign>error_category="invalid_tenant"</sign>
    /// <sign>The tenant for tenant guid '…' does not exist.</sign>
    /// <sign>event 32054 LS Storage Service</sign>
    public static Fault RealmOnlyWildcard(string server, string realm, string wildcard) => new(
        "PT4011", "realm",
        $"{server} accepts {Quote(realm)} only through {Quote(wildcard)}.",
        "the realm as an accepted domain of its own; wildcards do not count for tokens.",
        "Add the realm itself to the accepted domains of the server, and to acceptedDomains of its entry in servers.")
    {
        IsWarning = true,
    };

    /// <summary>The realm is none of the accepted domains.</summary>
    /// <cause>Lync has a SIP domain that Exchange does not serve mail for, or that was never added as an accepted domain. Or the entry of Exchange in
    /// <c>partnertrust:servers</c> lists other domains than Exchange has. Where the domain is missing in Exchange, it refuses the partner's
    /// calls.</cause>
    /// <seen>The partner's realm is not among
    /// <code>Get-AcceptedDomain | Format-List Name, DomainName</code>
    /// <para>Exchange then answers 401 with code 2000004 and the category <c>invalid_tenant</c>.</para></seen>
    /// <remedy>If Exchange has the domain, list it in <c>acceptedDomains</c> in <c>partnertrust:servers</c>, beside all others that it has: the list
    /// takes the place of the default. If it does not, add it in Exchange first. If the partner has the wrong realm, correct that; Lync's is
    /// <c>realm</c> of its OAuthConfiguration.</remedy>
    /// <sign>2000004</sign>
    /// <sign>error_category="invalid_tenant"</sign>
    /// <sign>The tenant for tenant guid '…' does not exist.</sign>
    public static Fault RealmNotAccepted(string server, string realm) => new(
        "PT4012", "realm",
        $"{Quote(realm)} is not an accepted domain of {server}.",
        "the partner's realm among the accepted domains.",
        "Add it to the accepted domains of the server, and to acceptedDomains of its entry in servers; or correct the partner's realm.")
    {
        IsWarning = true,
    };

    /// <summary>The server already trusts the same authorization server under another name.</summary>
    /// <cause>The hybrid wizard, or somebody by hand, registered the authorization server before, or two resources of the stack have the same
    /// URL.</cause>
    /// <seen>On Exchange or on Lync:
    /// <code>Get-AuthServer | Format-List Name, IssuerIdentifier, AuthMetadataUrl</code>
    /// <code>Get-CsOAuthServer | Format-List Name, IssuerIdentifier, MetadataUrl</code></seen>
    /// <remedy>Import the record under the id that the message gives, or use its name in the program. Do not remove one that a hybrid with Microsoft
    /// 365 uses.</remedy>
    public static Fault AuthorizationServerRegistered(string server, string name, string issuer) => new(
        "PT4018", "authMetadataUrl",
        $"{server} already trusts {Quote(issuer)} as {Quote(name)}.",
        "only one record for each authorization server.",
        $"Import it with the id \"{server}/{name}\", or remove it first.");

    /// <summary>There are several records of one partner.</summary>
    /// <cause><c>Configure-EnterprisePartnerApplication.ps1</c> was run several times, perhaps to renew a key: each run makes another record. Whether
    /// real Exchange servers always allow the second one is unconfirmed. If nothing is done, a later renewal may refresh one record while the other
    /// keeps an old key.</cause>
    /// <seen>Several lines have the same identifier and realm:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm, AuthMetadataUrl, CertificateStrings</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Realm</code></seen>
    /// <remedy><list type="number"><item>See which record the stack manages, and which has the key that the partner publishes. Keep that one.</item>
    /// <item>Remove each other by its name, on Exchange or on Lync:
    /// <code>Remove-PartnerApplication -Identity "LyncEnterprise-&lt;digits&gt;"</code>
    /// <code>Remove-CsPartnerApplication -Identity "&lt;name&gt;"</code></item>
    /// <item>Try a call, with a ConnectivityCheck for example.</item></list>
    /// <para>Of records behind an authorization server, find out first for which tenant each is.</para></remedy>
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
    /// <cause>In a hybrid, the old Skype for Business Online application has Lync's own identifier, <c>00000004-0000-0ff1-ce00-000000000000</c>, and
    /// Exchange Online that of Exchange. The two records are different partners, and both are in use. A published clean-up for Teams removes every
    /// enabled record with Lync's identifier, and thereby the on-premises trust.</cause>
    /// <seen>The record of the cloud has no <c>AuthMetadataUrl</c>, and <c>UseAuthServer</c> is True:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, UseAuthServer, AuthMetadataUrl, Realm</code></seen>
    /// <remedy>Nothing needs to be done. Before anybody removes a record, look at its name and at <c>UseAuthServer</c>. If the record of Lync was
    /// lost to such a clean-up, this makes it again:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault HybridRecordPresent(string server, string name, string identifier) => new(
        "PT4020", "",
        $"{Quote(name)} on {server} has the same identifier {identifier}, and an authorization server vouches for it, as for the cloud's application in a hybrid.",
        "both records side by side.",
        "Do not remove either by its identifier: that would remove both.")
    {
        IsWarning = true,
    };

    /// <summary>The record is disabled, so every token of the partner is refused.</summary>
    /// <cause>Somebody switched the record off, during a migration or while looking for a fault, or the program says <c>enabled: false</c>.</cause>
    /// <seen><c>Enabled</c> is False:
    /// <code>Get-PartnerApplication | Format-List Name, Enabled</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, Enabled</code></seen>
    /// <remedy>Set <c>enabled</c> to true or leave it out. If it was changed on the server alone:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault RecordDisabled(string server, string name) => new(
        "PT4021", "enabled",
        $"{Quote(name)} on {server} is disabled.",
        "an enabled record.",
        "Set enabled to true.")
    {
        IsWarning = true,
    };

    /// <summary>The trust level does not let the partner act for users.</summary>
    /// <cause>The record was made with the level <c>Application</c> or <c>User</c>, for a partner that signs its own tokens. These levels need an
    /// authorization server that confirms what the partner may do; without one, calls for users are refused, and with <c>User</c> also those of the
    /// partner itself.</cause>
    /// <seen>On Lync:
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationTrustLevel</code></seen>
    /// <remedy>Set <c>trustLevel</c> to <c>Full</c>, which is its default. By hand:
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -ApplicationTrustLevel Full</code>
    /// <para>Leave the level if the partner is never to act for users. Or register it behind an authorization server.</para></remedy>
    public static Fault TrustLevelLow(string server, string name, TrustLevel level) => new(
        "PT4022", "trustLevel",
        $"{Quote(name)} on {server} has the trust level {level}.",
        "Full: only then may a partner that issues its own tokens act for users.",
        "Set trustLevel to Full, or put the partner behind an authorization server.")
    {
        IsWarning = true,
    };

    /// <summary>No record of the partner exists.</summary>
    /// <cause>The trust was set up in one direction only, or the record was removed, for example by a clean-up for Teams that removes all records
    /// with Lync's identifier. The server that lacks it refuses the other one's calls, while those the other way work.</cause>
    /// <seen>The partner has no line in
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Realm</code>
    /// <para>and is not among the <c>trusted_issuers</c> with which the server answers an anonymous call.</para></seen>
    /// <remedy>Declare the PartnerApplication with the partner's <c>authMetadataUrl</c>, or a TwoWayTrust, which declares both directions. If it is
    /// declared and was removed on the server:
    /// <code>pulumi up --refresh</code>
    /// <para>If the trust is meant to be one-way, nothing needs to be done.</para></remedy>
    public static Fault PartnerMissing(string server, PartnerIdentity identity) => new(
        "PT4023", "",
        $"{server} has no partner application for {identity.ApplicationIdentifier} in realm {Quote(identity.Realm)}.",
        "a record, so that the partner's calls are accepted.",
        "Declare a PartnerApplication with the partner's metadata URL.")
    {
        IsWarning = true,
    };

    /// <summary>The product cannot be told to accept any TLS certificate.</summary>
    /// <cause><c>trustAnySslCertificate</c> was set for a record of Lync or SharePoint. Their cmdlets have no such parameter.</cause>
    /// <remedy>Remove the property. Import the root certificate of the authority that issued the partner's TLS certificate on the server, or give the
    /// partner's web site a certificate from one that is trusted already.</remedy>
    public static Fault AnyTlsUnsupported(ServerProduct product) => new(
        "PT4026", "trustAnySslCertificate",
        $"trustAnySslCertificate is set on {product}.",
        "a TLS certificate that the server trusts: only Exchange can be told to accept any, for laboratories.",
        "Remove the property, and let the server trust the partner's certificate authority.");

    /// <summary>Any TLS certificate is accepted, which belongs in laboratories only.</summary>
    /// <cause>The program sets <c>trustAnySslCertificate</c>, mostly because the partner's web site has a self-signed certificate. As long as it is
    /// set, somebody who can answer in the partner's place can have a key of their own trusted.</cause>
    /// <remedy>Give the partner's web site a certificate that Exchange trusts, and remove the property. In a laboratory the warning may be passed
    /// over.</remedy>
    public static Fault AnyTlsAccepted() => new(
        "PT4027", "trustAnySslCertificate",
        "Any TLS certificate is accepted when the partner's keys are read.",
        "a verified certificate: otherwise whoever answers under that name chooses the keys that are trusted.",
        "Use it in laboratories only.")
    {
        IsWarning = true,
    };

    /// <summary>A third-party authorization server trusts no authorization server.</summary>
    /// <cause>The AuthorizationServer names a token server as its <c>server</c>. That one issues tokens, and nobody's tokens are checked
    /// there.</cause>
    /// <remedy>Give <c>server</c> the Lync, Exchange or SharePoint server, and the token server's URL as <c>authMetadataUrl</c>.</remedy>
    public static Fault AuthorizationServersUnsupported(string server, ServerProduct product) => new(
        "PT4028", "server",
        $"{server} is a server of product {product}.",
        "a Lync, Exchange or SharePoint server.",
        "Name the server that should trust the authorization server.");

    /// <summary>The stack now declares another identity for the partner.</summary>
    /// <cause>The partner's <c>realm</c> in <c>partnertrust:servers</c> was changed, and its document shows that realm already. The record still has
    /// the old one, and the partner's tokens are refused until it is replaced.</cause>
    /// <remedy>Look at the preview, which shows the record as replaced, then
    /// <code>pulumi up</code>
    /// <para>If the change was a mistake, set the realm back there and on the partner.</para></remedy>
    public static Fault PartnerDeclaredAnew(string server, string name, PartnerIdentity recorded, PartnerIdentity declared) => new(
        "PT4030", "authMetadataUrl",
        $"{Quote(name)} on {server} was made for {Quote(recorded.Principal)}, but the provider's \"servers\" now declare the partner as {Quote(declared.Principal)}.",
        "a record of the partner as it is declared.",
        "Run an update: it replaces the record.")
    {
        IsWarning = true,
    };

    /// <summary>A certificate-registered issuer of a SharePoint farm has another realm than the farm.</summary>
    /// <cause>The realm of an application's certificate was taken from its own domain or from another farm. Or the farm's realm is not given in
    /// <c>partnertrust:servers</c>, and the package takes it from the farm's name. The application asks the farm for its realm, gets tokens for that,
    /// and is refused.</cause>
    /// <seen>On a server of the farm:
    /// <code>Get-SPAuthenticationRealm</code>
    /// <code>Get-SPTrustedSecurityTokenIssuer | Format-List Name, RegisteredIssuerName</code></seen>
    /// <remedy>Set <c>certificate.realm</c> to what the first command shows, and <c>realm</c> of the farm in <c>partnertrust:servers</c> to the
    /// same.</remedy>
    public static Fault IssuerOfOtherRealm(string farm, string realm, string expected) => new(
        "PT4033", "certificate.realm",
        $"The issuer is registered on {farm} with the realm {Quote(realm)}.",
        $"{Quote(expected)}, the farm's own: applications get their tokens for the realm that the farm names.",
        "Set the realm to what Get-SPAuthenticationRealm shows; set the farm's own in the provider's \"servers\" if it is not the one above.")
    {
        IsWarning = true,
    };

    /// <summary>The security identifiers in the partner's tokens are not accepted.</summary>
    /// <cause>Mailboxes of users whose accounts are in another forest are known by security identifiers, and the record has the products' default,
    /// which takes none. Calls for such users are refused (PT5071).</cause>
    /// <seen><c>AcceptSecurityIdentifierInformation</c> is False:
    /// <code>Get-PartnerApplication | Format-List Name, AcceptSecurityIdentifierInformation</code></seen>
    /// <remedy>Set <c>acceptSecurityIdentifierInformation</c> of the PartnerApplication to true, on both sides. By hand, on Exchange or on Lync:
    /// <code>Set-PartnerApplication -Identity "&lt;name&gt;" -AcceptSecurityIdentifierInformation $true</code>
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -AcceptSecurityIdentifierInformation $true</code></remedy>
    public static Fault SecurityIdentifiersRefused(string server, string name) => new(
        "PT4029", "acceptSecurityIdentifierInformation",
        $"{Quote(name)} on {server} does not accept security identifiers.",
        "true where users belong to another forest.",
        "Set acceptSecurityIdentifierInformation to true on both sides.")
    {
        IsWarning = true,
    };
}
