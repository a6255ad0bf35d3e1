using System.Collections.Immutable;

namespace PartnerTrust.Trust.Findings;

public static partial class FailureCatalogue
{
    private static ImmutableArray<Failure> Certificates =>
    [
        new(1, "Signing in to Outlook on the web or the admin center loops or freezes.",
            "Exchange's auth certificate has expired, is missing or is misconfigured."),
        new(2, "Event 2004 of MSExchange OAuth: the certificate was not found or has no private key.",
            "The auth certificate never reached that server, or its key was lost."),
        new(3, "A partner application cannot be created, and Exchange's metadata URL answers 500.",
            "The auth configuration names a thumbprint that no longer exists."),
        new(19, "Tokens stop working in the hour in which the old key expires.",
            "The certificate was rolled over without lead time, or partners did not read the new key."),
        new(20, "Calls from one Front End work, but not from another.",
            "The Front Ends sign with different certificates: they were assigned by hand, or replication is stuck."),
        new(21, "Calls to one Exchange server work, but not to another.",
            "The auth certificate is missing on some servers, or their application pools hold an old one."),
        new(23, "The hybrid wizard cannot find the authorization certificate.",
            "The auth configuration's thumbprint is missing on that server."),
    ];

    private static ImmutableArray<Failure> Documents =>
    [
        new(4, "A partner application cannot be created, and the metadata URL answers 404.",
            "The path is that of another product, or mistyped."),
        new(5, "A partner application cannot be created, and the metadata URL answers 401, 302 or an HTML page.",
            "A reverse proxy or forms sign-in stands in front of the document, or the name redirects."),
        new(6, "The metadata document cannot be fetched because TLS fails.",
            "The consumer does not trust the certificate authority, or the certificate names another host."),
        new(7, "Calls are refused with invalid_signature.",
            "The receiver holds an old public key of the caller, or the wrong server signs."),
    ];

    private static ImmutableArray<Failure> Tokens =>
    [
        new(8, "Calls are refused with invalid_resource.",
            "TLS ends before Exchange, or the token is for another host name than the one reached."),
        new(9, "Calls are refused because the tenant does not exist.",
            "The token's realm is not listed as an accepted domain: a wildcard does not count."),
        new(10, "Calls without a user are refused because permissions or a linked account are missing.",
            "The partner application has no linked account, or the account lost its roles."),
        new(11, "Calls for one user are refused because the user does not exist.",
            "The SIP, SMTP and UPN addresses in the token match no mailbox."),
        new(12, "Exchange answers 401 to Lync, and its challenge does not list Lync's issuer.",
            "Exchange was never set up to accept tokens from Lync, or OAuth is off on the virtual directory."),
        new(26, "Tokens are refused right after they were issued.",
            "The clocks of the two sides differ."),
        new(32, "A user of a trusted forest is refused.",
            "Security identifiers of another forest are not accepted."),
    ];

    private static ImmutableArray<Failure> Installations =>
    [
        new(13, "The storage test ends with Access Denied.",
            "The account that runs it is not in RTC Local User Administrators."),
        new(14, "The storage service fails with ErrorEwsAutodiscover and 404.",
            "The autodiscover URL ends in .xml instead of .svc, or names a wrong host."),
        new(15, "Lync logs 32053 and 32054 after mailboxes were moved.",
            "Autodiscover answers from the wrong place, or the client authorization server points at Exchange."),
        new(16, "There are several partner applications named LyncEnterprise.",
            "The vendor's script was run again, often to renew a certificate."),
        new(17, "The partner application exists, but is disabled or has the wrong realm.",
            "Somebody changed it, or a migration left it like that."),
        new(18, "The trust on the premises disappears after work on the hybrid.",
            "A clean-up removed every partner application with that identifier, including the one on the premises."),
        new(22, "Nothing works although everything is configured.",
            "IIS and its application pools hold the old configuration."),
        new(29, "SharePoint's eDiscovery or site mailboxes fail with an OAuthException.",
            "The realms differ, the issuer was never created, or the application principal lacks rights."),
        new(30, "SharePoint finds no user profile, or several.",
            "Profiles are not synchronized, or there are duplicates."),
    ];

    private static ImmutableArray<Failure> Others =>
    [
        new(24, "Users on the premises cannot see calendars in the cloud.",
            "The partner application \"Exchange Online\" has no linked account."),
        new(25, "The cloud refuses the client assertion.",
            "The cloud's copy of the auth certificate is out of date."),
        new(27, "The contact test fails although the trust works.",
            "The user has no contacts, or is not migrated."),
        new(28, "Instant messaging in Outlook on the web fails after the IIS certificate was renewed.",
            "A settings override still names the old thumbprint: another trust than this one."),
        new(31, "Certificates read over remote PowerShell are half empty.",
            "Their objects do not survive the transport."),
        new(33, "A security advisory about token handling applies.",
            "The build is out of date."),
    ];
}
