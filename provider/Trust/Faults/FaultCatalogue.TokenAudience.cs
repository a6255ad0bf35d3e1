namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The audience does not have its three parts.</summary>
    /// <cause>The token was issued for a protocol in which the audience is a URL or a bare identifier, as OpenID Connect has it. Or a program leaves
    /// out the host or the realm.</cause>
    /// <seen>Exchange answers 401 with the header
    /// <c>x-ms-diagnostics: 2000003;reason="The audience claim value is invalid 'aud'.";error_category="invalid_resource"</c>.</seen>
    /// <remedy>Have the token issued for this server: <c>aud</c> is the application of the called server, a slash, the host name under which it is
    /// called, an at sign, and the realm, such as <c>00000002-0000-0ff1-ce00-000000000000/autodiscover.litwareinc.com@litwareinc.com</c>.</remedy>
    /// <sign>2000003</sign>
    /// <sign>error_category="invalid_resource"</sign>
    /// <sign>The audience claim value is invalid 'aud'.</sign>
    public static Fault AudienceMalformed(string? audience) => Refusal(
        "PT5040",
        $"The audience is {Quote(audience)}.",
        "\"application/host@realm\".",
        "the token was issued for another protocol.",
        "Have the token issued for this server.");

    /// <summary>The token is for another application.</summary>
    /// <cause>A token for one product was sent to another one, for example SharePoint's to Exchange: their identifiers differ in one digit. Or a
    /// program writes the identifier in upper case, or uses one that it read long ago.</cause>
    /// <seen>Exchange answers 401 with the header
    /// <c>x-ms-diagnostics: 2000003;reason="The audience claim value is invalid 'aud'.";error_category="invalid_resource"</c>. The identifier that it
    /// expects is the <c>client_id</c> in its challenge, and on Exchange and Lync the <c>ServiceName</c> of
    /// <code>Get-AuthConfig | Format-List ServiceName</code>
    /// <code>Get-CsOAuthConfiguration | Format-List ServiceName</code></seen>
    /// <remedy>Call the server without a token first, and build the audience from the <c>client_id</c> of its challenge. If the <c>ServiceName</c> of
    /// the server was changed, restore it: all its partners rely on it.</remedy>
    /// <sign>2000003</sign>
    /// <sign>error_category="invalid_resource"</sign>
    /// <sign>The audience claim value is invalid 'aud'.</sign>
    public static Fault AudienceApplication(string receiver, string found, string expected) => Refusal(
        "PT5041",
        $"The token is for application {Quote(found)}.",
        $"{Quote(expected)}, the application identifier of {receiver}, letter by letter.",
        "the token was issued for another product.",
        "Build the audience from the client_id of the receiver's challenge.");

    /// <summary>The token is for another host.</summary>
    /// <cause>The caller reaches the server under a name, or on a port, that the server does not know as its own: that of a load balancer, an alias
    /// in DNS, or an old one in a URL. Or a device in front takes the call under one name and passes it on under another.</cause>
    /// <seen>Exchange answers 401 with the header
    /// <c>x-ms-diagnostics: 2000003;reason="The hostname component of the audience claim value is invalid. …";error_category="invalid_resource"</c>,
    /// which tells the expected and the actual host. Its own URLs are shown by
    /// <code>Get-WebServicesVirtualDirectory | Format-List Identity, InternalUrl, ExternalUrl</code></seen>
    /// <remedy>If the server is reached under that name, list it in <c>names</c> of its entry in <c>partnertrust:servers</c>; if on that port, give
    /// the entry a <c>metadataUrl</c> with that host and port. That tells this package what the server answers to, and changes nothing on the server.
    /// <para>Otherwise correct the URL that the caller uses, on Lync <c>exchangeAutodiscoverUrl</c> of the OAuthConfiguration, or end TLS at the
    /// server itself (PT6014).</para></remedy>
    /// <sign>2000003</sign>
    /// <sign>error_category="invalid_resource"</sign>
    /// <sign>The hostname component of the audience claim value is invalid.</sign>
    public static Fault AudienceHost(string found, IEnumerable<string> expected) => Refusal(
        "PT5042",
        $"The token is for host {Quote(found)}.",
        $"{string.Join(" or ", expected)}, in upper or lower case.",
        "the URL names another host than the one reached, or TLS ends before the server.",
        (found.Contains(':', StringComparison.Ordinal)
            ? "If the server is reached there, give it a metadataUrl with that host and port; "
            : "If the server is reached under that name, list it in names of the server; ")
        + "else correct the URL that the caller uses, or end TLS at the server.");

    /// <summary>The realm of the audience is not one of the receiver's realms.</summary>
    /// <cause>Exchange finds its organization by the realm, which must be one of its accepted domains, and each counts only where it is listed by
    /// itself. Typically the domains were replaced by a wildcard such as <c>*.contoso.com</c>, a new SIP domain was never added, or the realm of Lync
    /// differs from the mail domain. Upper and lower case matter.</cause>
    /// <seen>Exchange answers 401 with the header
    /// <c>x-ms-diagnostics: 2000004;reason="The tenant for tenant guid 'contoso.com' does not exist.";error_category="invalid_tenant"</c>, and Lync
    /// writes event 32054 of LS Storage Service. The realm of Lync and the domains of Exchange are shown by
    /// <code>Get-CsOAuthConfiguration | Format-List Realm</code>
    /// <code>Get-AcceptedDomain | Format-List Name, DomainName, DomainType</code></seen>
    /// <remedy><list type="number">
    /// <item>Add the realm on Exchange as an accepted domain of its own, beside a wildcard if there is one. This package does not manage accepted
    /// domains.</item>
    /// <item>List it in <c>acceptedDomains</c> of the Exchange server in <c>partnertrust:servers</c>, so that this package knows of it.</item>
    /// </list>
    /// <para>Or set <c>realm</c> of Lync's OAuthConfiguration to a domain that is listed there. Its partner applications are then
    /// replaced.</para></remedy>
    /// <sign>2000004</sign>
    /// <sign>error_category="invalid_tenant"</sign>
    /// <sign>The tenant for tenant guid '…' does not exist.</sign>
    /// <sign>event 32054 LS Storage Service</sign>
    public static Fault AudienceRealm(string receiver, string found, IReadOnlyCollection<string> expected, bool onlyByWildcard) => Refusal(
        "PT5043",
        $"The token is for realm {Quote(found)}.",
        $"{(expected.Count == 0 ? "a domain listed explicitly" : string.Join(" or ", expected))}, letter by letter; a wildcard does not count.",
        onlyByWildcard
            ? "only a wildcard among the accepted domains covers the realm."
            : "the realm is not listed among the receiver's accepted domains.",
        $"Add {Quote(found)} to the accepted domains of {receiver}, and to acceptedDomains of its entry in servers; or set the caller's realm to one of them.");

    /// <summary>The user token does not come from the application whose actor token it carries.</summary>
    /// <cause>A program put the actor token of one application into the user token of another, or writes the issuer in other letters than the actor
    /// token's <c>nameid</c>. The user token is unsigned: only this equality ties it to the signature inside.</cause>
    /// <remedy>Write the <c>nameid</c> of the actor token into <c>iss</c> of the user token, letter by letter.</remedy>
    public static Fault UserTokenIssuer(string? issuer, string nameId) => Refusal(
        "PT5050",
        $"The user token was issued by {Quote(issuer)}.",
        $"{Quote(nameId)}, the \"nameid\" of the actor token inside, letter by letter.",
        "somebody put the actor token of another application into a user token.",
        "Issue both tokens in the name of one application.");

    /// <summary>The user token is for another audience than its actor token.</summary>
    /// <cause>A program keeps an actor token for one server and puts it into a user token for another one, or under another host name.</cause>
    /// <remedy>Get an actor token for each server, and copy its <c>aud</c> into the user token.</remedy>
    public static Fault UserTokenAudience(string? found, string expected) => Refusal(
        "PT5051",
        $"The user token is for {Quote(found)}.",
        $"{Quote(expected)}, like the actor token inside.",
        "an actor token for another resource was reused.",
        "Issue both tokens for the same audience.");

    /// <summary>The actor token may not be used for a user.</summary>
    /// <cause>The actor token was issued for calls without a user, and its claim <c>trustedfordelegation</c> says so. A program reused it inside a
    /// user token.</cause>
    /// <remedy>Have another actor token issued, in which <c>trustedfordelegation</c> is <c>"true"</c> as text, or is left out. Send the present one
    /// alone, without a user token around it, where the application calls as itself.</remedy>
    public static Fault DelegationNotAllowed(string found) => Refusal(
        "PT5052",
        $"The actor token's \"trustedfordelegation\" is {found}.",
        "\"true\", or no such claim, in an actor token that acts for a user.",
        "a token that was issued for the application alone was put into a user token.",
        "Have the actor token issued for delegation.");
}
