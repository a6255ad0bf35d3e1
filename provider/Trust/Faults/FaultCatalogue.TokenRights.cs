using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The partner may not call without a user.</summary>
    /// <cause>The record of the partner on Lync has the trust level <c>User</c>, with which a partner never speaks for itself. Somebody chose it
    /// because it sounds like the least that is needed.</cause>
    /// <seen><code>Get-CsPartnerApplication | Format-List Identity, ApplicationTrustLevel</code></seen>
    /// <remedy>Set <c>trustLevel</c> of the PartnerApplication to <c>Full</c>; <c>Application</c> is enough for a partner that never acts for users.
    /// In a TwoWayTrust it is <c>lync.trustLevel</c>. By hand:
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -ApplicationTrustLevel Full</code></remedy>
    public static Fault TrustLevelForbidsApplication(string name, TrustLevel level) => Refusal(
        "PT5060",
        $"The partner application {Quote(name)} has the trust level {level}, and calls without a user.",
        $"{TrustLevel.Full} or {TrustLevel.Application}.",
        "the trust level is too low for this call.",
        "Set trustLevel to Full.");

    /// <summary>The partner may not act for a user with a token that it issued itself.</summary>
    /// <cause>The record of the partner on Lync has the trust level <c>Application</c> or <c>User</c>. Both let the partner act for a user only with
    /// a token from an authorization server, and Exchange on premises signs its own.</cause>
    /// <seen><code>Get-CsPartnerApplication | Format-List Identity, ApplicationTrustLevel</code></seen>
    /// <remedy>Set <c>trustLevel</c> of the PartnerApplication to <c>Full</c>. In a TwoWayTrust it is <c>lync.trustLevel</c>. By hand:
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -ApplicationTrustLevel Full</code></remedy>
    public static Fault TrustLevelForbidsUser(string name, TrustLevel level) => Refusal(
        "PT5061",
        $"The partner application {Quote(name)} has the trust level {level}, and calls for a user with a token that it issued itself.",
        $"{TrustLevel.Full}, or a token from an authorization server.",
        "the trust level is too low for this call.",
        "Set trustLevel to Full.");

    /// <summary>A partner without a linked account calls without a user.</summary>
    /// <cause>On Exchange, a call without a user has the roles of the record's linked account. The record was made without one, somebody deleted the
    /// account, or it was lost when the record was made again.</cause>
    /// <seen>Exchange answers 401 with the header <c>x-ms-diagnostics: 2000008;reason="The token should have valid permissions or linked account
    /// associated with partner application '…'.";error_category="invalid_grant"</c>. <c>LinkedAccount</c> is empty:
    /// <code>Get-PartnerApplication | Format-List Name, LinkedAccount</code></seen>
    /// <remedy>Set <c>linkedAccount</c> of the PartnerApplication. The update makes the account where there is none, and gives it the roles that it
    /// lacks: without <c>roles</c>, for Lync <c>UserApplication</c> and <c>ArchiveApplication</c>.
    /// <para>By hand, with an account that has the roles:</para>
    /// <code>Set-PartnerApplication -Identity "&lt;name&gt;" -LinkedAccount "LyncEnterprise-ApplicationAccount"</code></remedy>
    /// <sign>2000008</sign>
    /// <sign>error_category="invalid_grant"</sign>
    /// <sign>The token should have valid permissions or linked account associated with partner application '…'.</sign>
    public static Fault LinkedAccountMissing(string name) => Refusal(
        "PT5062",
        $"The partner application {Quote(name)} has no linked account, and calls without a user.",
        "a linked account whose roles allow the call.",
        "the record was made without a linked account, or it was removed.",
        "Set linkedAccount; where it names no roles, it gets those that the partner's features need.");

    /// <summary>The linked account has no roles.</summary>
    /// <cause>Somebody removed the role assignments of the account, or deleted it and made another one of the same name. Assigning them may also have
    /// failed halfway when the trust was set up.</cause>
    /// <seen>Exchange answers 401 with <c>x-ms-diagnostics: 2000008;…;error_category="invalid_grant"</c>. This shows nothing:
    /// <code>Get-ManagementRoleAssignment -RoleAssignee "LyncEnterprise-ApplicationAccount"</code></seen>
    /// <remedy>Add at least one role to <c>linkedAccount.roles</c>, or leave the list out for the usual ones, and let the update look at the server
    /// first:
    /// <code>pulumi up --refresh</code>
    /// <para>By hand, once for each role:</para>
    /// <code>New-ManagementRoleAssignment -Role UserApplication -User "LyncEnterprise-ApplicationAccount"</code></remedy>
    /// <sign>2000008</sign>
    /// <sign>error_category="invalid_grant"</sign>
    /// <sign>The token should have valid permissions or linked account associated with partner application '…'.</sign>
    public static Fault LinkedAccountWithoutRoles(string name, LinkedAccount account) => Refusal(
        "PT5063",
        $"The linked account {Quote(account.Name)} of {Quote(name)} has no roles.",
        "at least one management role.",
        "the account lost its role assignments.",
        "Add a role to linkedAccount.roles.");

    /// <summary>The user token does not name its user.</summary>
    /// <cause>The caller knows nothing by which to name the user, or a program leaves the claim <c>nameid</c> out because it writes <c>smtp</c> or
    /// <c>sip</c> already.</cause>
    /// <seen>What the products answer is not documented. <c>No applicable user context claims found</c> is quoted for it, which is
    /// unconfirmed.</seen>
    /// <remedy>Give the user a SIP and an SMTP address at the caller, and have the product issue a new token. A program of your own writes the user's
    /// UPN or security identifier into <c>nameid</c>, as text.</remedy>
    public static Fault UserContextMissing(string problem) => Refusal(
        "PT5070",
        $"The user token {problem}.",
        "a \"nameid\" that is a text: the user's UPN or security identifier.",
        "the caller knows no address of the user, or the issuer is not one of the products.",
        "Give the user a SIP and an SMTP address at the caller, and have the product issue a new token.");

    /// <summary>The receiver does not accept security identifiers from this partner.</summary>
    /// <cause>The token names the user by a security identifier alone, because the user has neither SIP nor SMTP address nor UPN at the caller, or
    /// belongs to another forest. The record of the partner does not take those, which is the default of the products.</cause>
    /// <seen><c>AcceptSecurityIdentifierInformation</c> is False:
    /// <code>Get-PartnerApplication | Format-List Name, AcceptSecurityIdentifierInformation</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, AcceptSecurityIdentifierInformation</code></seen>
    /// <remedy>Set <c>acceptSecurityIdentifierInformation</c> of the PartnerApplication to true; across forests, on both sides. Or give the user
    /// addresses at the caller. By hand, on Exchange or on Lync:
    /// <code>Set-PartnerApplication -Identity "&lt;name&gt;" -AcceptSecurityIdentifierInformation $true</code>
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -AcceptSecurityIdentifierInformation $true</code></remedy>
    public static Fault SecurityIdentifierNotAccepted(string name) => Refusal(
        "PT5071",
        $"The user is named by a security identifier only, and the partner application {Quote(name)} does not accept those.",
        "a SIP, SMTP or UPN address, or acceptSecurityIdentifierInformation set to true.",
        "the user has no address at the caller, or belongs to another forest.",
        "Set acceptSecurityIdentifierInformation to true.");

    /// <summary>No mailbox belongs to the user.</summary>
    /// <cause>The user has no mailbox there, or has it under other addresses: the SIP address follows one domain and the mail address another, or an
    /// account was renamed on one side. On the embedded engine: the mailbox is not listed in <c>partnertrust:mailboxes</c>.</cause>
    /// <seen>Exchange answers 401; the reason in <c>x-ms-diagnostics</c> is
    /// <c>The user specified by the user-context in the token does not exist.</c>, with <c>error_category="invalid_user"</c>. Calls for other users
    /// work.</seen>
    /// <remedy>Give the user the same SIP and SMTP addresses on both sides. Then list the mailbox in <c>partnertrust:mailboxes</c>, with the
    /// addresses that it has. For a ConnectivityCheck, name a user who has a mailbox.</remedy>
    /// <sign>error_category="invalid_user"</sign>
    /// <sign>The user specified by the user-context in the token does not exist.</sign>
    public static Fault UserUnknown(string receiver, string user) => Refusal(
        "PT5072",
        $"No mailbox at {receiver} belongs to {Quote(user)}.",
        "exactly one.",
        "the user's addresses differ between the two sides, or the user has no mailbox.",
        "Give the user the same SIP and SMTP addresses on both sides.");

    /// <summary>Several mailboxes belong to the user.</summary>
    /// <cause>An address was given to two mailboxes: a shared mailbox took over that of a person who left, or a mailbox was made again beside the old
    /// one. Or the token carries the SIP address of one person and the SMTP address of another. SharePoint also wants exactly one profile, and finds
    /// several where profiles were synchronised twice.</cause>
    /// <remedy>Give the user the same SIP and SMTP addresses on both sides, and take them away from every other mailbox; correct
    /// <c>partnertrust:mailboxes</c> likewise. On SharePoint remove the superfluous profiles.</remedy>
    public static Fault UserAmbiguous(string receiver, string user, int count) => Refusal(
        "PT5073",
        $"{Count(count, "mailbox", "mailboxes")} at {receiver} have an address of {Quote(user)}.",
        "exactly one.",
        "the addresses in the token belong to different people, or were given twice.",
        "Give the user the same SIP and SMTP addresses on both sides, and no other mailbox any of them.");
}
