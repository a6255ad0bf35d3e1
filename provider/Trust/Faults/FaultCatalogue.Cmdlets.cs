using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

// PT8150 to PT8179: what the cmdlets of real servers show, and what they leave.
public static partial class FaultCatalogue
{
    /// <summary>The product documents no way to un-assign its signing certificate: it was left as it is.</summary>
    /// <cause>A CertificateBinding of Exchange or SharePoint was removed from the program. These products always name a certificate with which they
    /// sign, and have no cmdlet that takes it away.</cause>
    /// <seen>It still stands in
    /// <code>Get-AuthConfig | Format-List CurrentCertificateThumbprint</code>
    /// <code>Get-SPSecurityTokenServiceConfig</code></seen>
    /// <remedy>Nothing needs to be done where the server stays in use. But nobody renews the certificate from now on: look after it by hand, or
    /// declare a CertificateBinding again before it expires. To have another one sign, bind that.</remedy>
    public static Fault CertificateLeftBound(string server, ServerProduct product, Thumbprint certificate) => new(
        "PT8150", "server",
        $"{server} goes on signing with certificate {certificate}: no cmdlet of {product} un-assigns a certificate.",
        "a server that needs no signing certificate any more.",
        "Nothing needs to be done where the server stays. Bind another certificate to replace this one.")
    {
        IsWarning = true,
    };

    /// <summary>The server names a certificate as its own that nobody has.</summary>
    /// <cause>The certificate was deleted, the server was restored without it, or it never came from the other Active Directory site. The settings
    /// still name its thumbprint; if it is the current one, the server cannot sign.</cause>
    /// <seen>On Exchange, event 2004 of MSExchange OAuth, and this fails on the server concerned:
    /// <code>Get-ExchangeCertificate -Thumbprint (Get-AuthConfig).CurrentCertificateThumbprint</code>
    /// <para>On Lync, <c>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</c> names a thumbprint that is not below
    /// <c>Cert:\LocalMachine\My</c>.</para></seen>
    /// <remedy><list type="number"><item>If a server still has the certificate with its key, export it there and import it where it is missing:
    /// <c>Export-ExchangeCertificate</c> and <c>Import-ExchangeCertificate</c> on Exchange, <c>Import-CsCertificate</c> on Lync.</item>
    /// <item>Otherwise bind another one: change the <c>source</c> of the CertificateBinding and run the update. Then let every partner copy the new
    /// key.</item>
    /// <item>If only the previous certificate is missing, forget it: <c>Set-AuthConfig -ClearPreviousCertificate</c> on Exchange, on Lync
    /// <code>Remove-CsCertificate -Type OAuthTokenIssuer -Identity global -Previous</code></item></list></remedy>
    /// <sign>event 2004 MSExchange OAuth</sign>
    /// <sign>special Rpc error … certificate with thumbprint … was not found</sign>
    public static Fault BoundCertificateMissing(string server, string generation, Thumbprint certificate) => new(
        "PT8151", "server",
        $"{server} names {certificate} as its {generation} signing certificate, but it is neither in a certificate store that was looked at, nor published.",
        "the certificate itself, on every server of the deployment.",
        "Import it again where it is missing, or bind another certificate, which takes its place.");

    /// <summary>A property of an object that a cmdlet gave out cannot be read, and what it holds decides.</summary>
    /// <cause>The cmdlet gave out an object of which a property could not be computed, because a domain controller or database did not answer it, or
    /// which this version of the product does not have. Of SharePoint, it may be that its settings do not show the signing certificate, and its
    /// document could not be fetched either: how real farms show it is unconfirmed.</cause>
    /// <seen>The same cmdlet, with <c>Format-List *</c>, in the server's own management shell shows whether the property is there.</seen>
    /// <remedy>If it is empty or fails there, too, look at the connection to Active Directory or SQL Server, then run again. If it shows a value,
    /// report the message with the product's version.</remedy>
    public static Fault PropertyUnreadable(string server, string property, string reason) => OfEngine(
        "PT8152", "",
        $"The property {property} that a cmdlet of {server} gave out cannot be read ({Quote(reason)}).",
        "a value: what cannot be read is not taken for absent.",
        "Run the cmdlet in the server's own management shell. If it shows the property there, report this message.");

    /// <summary>A call failed after others of the same write had taken effect.</summary>
    /// <cause>The change takes several cmdlets, such as an account, its roles and the record, and one of them failed after others had succeeded. The
    /// first number in brackets tells why.</cause>
    /// <remedy>Do what that number says. Then run the update again, or first look at what it would do:
    /// <code>pulumi-resource-partnertrust plan</code>
    /// <para>Nothing is rolled back, and what has been done is not done a second time.</para></remedy>
    public static Fault WriteHalfDone(string server, string cmdlet, Fault cause) => new(
        "PT8153", cause.Property,
        $"{cmdlet} failed on {server} after a part of the change had taken effect ({cause.Code}: {cause.Found})",
        cause.Expected,
        $"{cause.Remedy} Then run the update again: it looks first, and does what is left.");

    /// <summary>Every call succeeded, but the server does not show what they wrote.</summary>
    /// <cause>The server that was read had not heard of the change yet, which happens between domain controllers or Front Ends, or somebody undid it
    /// at the same time.</cause>
    /// <seen>In Lync, <c>UpToDate</c> is False for a replica:
    /// <code>Get-CsManagementStoreReplicationStatus</code></seen>
    /// <remedy>Wait until it has been replicated, then let the stack look and do what is left:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault WriteNotSeen(string server, string cmdlet) => new(
        "PT8154", "",
        $"Every call of the change succeeded, but {server} does not show it: {cmdlet} would be run again.",
        "what was written.",
        "The directory may still be replicating, or somebody else changed it at the same time. Run \"pulumi refresh\", then the update again.");

    /// <summary>No accepted domain can be the domain of a linked account's address.</summary>
    /// <cause>The linked account is to be made as a mail user, which needs an address, and all accepted domains of the organization have a
    /// wildcard.</cause>
    /// <seen>
    /// <code>Get-AcceptedDomain | Format-List Name, DomainName, Default</code></seen>
    /// <remedy>Add an accepted domain without a wildcard, or make a user of that name in Active Directory yourself. The next update finds it and
    /// gives it the roles.
    /// <para>The realm of Lync is a good choice for the domain: it must be an accepted domain of its own anyhow (PT4011).</para></remedy>
    public static Fault AccountDomainMissing(string server, string account) => new(
        "PT8155", "linkedAccount.name",
        $"{server} has no accepted domain for the address of the account {Quote(account)}.",
        "an accepted domain without a wildcard: a new mail user needs an address.",
        "Add an accepted domain, or make the account yourself: an existing user is taken as it is.");

    /// <summary>The name of a linked account is that of something else.</summary>
    /// <cause>A user with a mailbox, or of another kind, has the name that <c>linkedAccount.name</c> gives. Roles of an application do not belong on
    /// somebody's mailbox, so it is not taken. (A contact or group of that name is told as PT8123.)</cause>
    /// <seen>
    /// <code>Get-User -Identity LyncEnterprise-ApplicationAccount | Format-List Name, RecipientType</code></seen>
    /// <remedy>Give <c>linkedAccount.name</c> another name; the update makes the account. Or rename the other one.</remedy>
    public static Fault AccountOfOtherKind(string server, string account, string found) => new(
        "PT8156", "linkedAccount.name",
        $"{Quote(account)} on {server} is of the type {Quote(found)}.",
        "a user without a mailbox, or a mail user, as the vendor's script makes them.",
        "Choose another name for the linked account.");

    /// <summary>A cmdlet succeeded and gave out nothing, where there always is something.</summary>
    /// <cause>The shell ended up with other cmdlets than those of the product, such as a module with functions of the same names, or rights hide the
    /// object.</cause>
    /// <remedy>Run the cmdlet that the message names in the management shell, as the same account. If it shows nothing there, too, give the account
    /// the rights of the README. If it does, look what the shell of the stack loads: <c>modules</c> in the configuration.</remedy>
    public static Fault AnswerEmpty(string server, string cmdlet) => OfEngine(
        "PT8157", "",
        $"{cmdlet} on {server} gave out nothing that can be read.",
        "the one object that every installation has.",
        "Run the cmdlet in the server's own management shell. If it shows the object there, report this message.");

    /// <summary>A record was removed; the account that it was linked to was left, with its roles.</summary>
    /// <cause>A PartnerApplication with a <c>linkedAccount</c> was removed. Accounts are never removed with it, because other records may use them;
    /// this one keeps its roles, which only count for records that are linked to it.</cause>
    /// <seen>Whether another record has it:
    /// <code>Get-PartnerApplication | Format-List Name, LinkedAccount</code>
    /// <code>Get-ManagementRoleAssignment -RoleAssignee LyncEnterprise-ApplicationAccount</code></seen>
    /// <remedy>If nothing else is linked to it, remove it. A mail user, as the update makes one:
    /// <code>Remove-MailUser -Identity LyncEnterprise-ApplicationAccount</code>
    /// <para>A user without mail is removed with the tools of Active Directory.</para></remedy>
    public static Fault AccountLeft(string server, string account) => new(
        "PT8158", "linkedAccount",
        $"The account {Quote(account)} and its roles were left on {server}: other records may be linked to it.",
        "no account that nobody needs.",
        "If nothing else needs it, remove it: a mail user with Remove-MailUser, a user without a mailbox with Active Directory's tools.")
    {
        IsWarning = true,
    };
}
