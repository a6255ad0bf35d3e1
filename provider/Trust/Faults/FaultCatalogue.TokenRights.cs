using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The partner may not call without a user.</summary>
    public static Fault TrustLevelForbidsApplication(string name, TrustLevel level) => Refusal(
        "PT5060",
        $"The partner application {Quote(name)} has the trust level {level}, and calls without a user.",
        $"{TrustLevel.Full} or {TrustLevel.Application}.",
        "the trust level is too low for this call.",
        "Set trustLevel to Full.");

    /// <summary>The partner may not act for a user with a token that it issued itself.</summary>
    public static Fault TrustLevelForbidsUser(string name, TrustLevel level) => Refusal(
        "PT5061",
        $"The partner application {Quote(name)} has the trust level {level}, and calls for a user with a token that it issued itself.",
        $"{TrustLevel.Full}, or a token from an authorization server.",
        "the trust level is too low for this call.",
        "Set trustLevel to Full.");

    /// <summary>A partner without a linked account calls without a user.</summary>
    public static Fault LinkedAccountMissing(string name) => Refusal(
        "PT5062",
        $"The partner application {Quote(name)} has no linked account, and calls without a user.",
        "a linked account whose roles allow the call.",
        "the record was made without a linked account, or it was removed.",
        "Set linkedAccount; where it names no roles, it gets those that the partner's features need.");

    /// <summary>The linked account lacks the role.</summary>
    public static Fault LinkedAccountWithoutRoles(string name, LinkedAccount account) => Refusal(
        "PT5063",
        $"The linked account {Quote(account.Name)} of {Quote(name)} has no roles.",
        "at least one management role.",
        "the account lost its role assignments.",
        "Add a role to linkedAccount.roles.");

    /// <summary>The user token does not name its user.</summary>
    public static Fault UserContextMissing(string problem) => Refusal(
        "PT5070",
        $"The user token {problem}.",
        "a \"nameid\" that is a text: the user's UPN or security identifier.",
        "the caller knows no address of the user, or the issuer is not one of the products.",
        "Give the user a SIP and an SMTP address at the caller, and have the product issue a new token.");

    /// <summary>The receiver does not accept security identifiers from this partner.</summary>
    public static Fault SecurityIdentifierNotAccepted(string name) => Refusal(
        "PT5071",
        $"The user is named by a security identifier only, and the partner application {Quote(name)} does not accept those.",
        "a SIP, SMTP or UPN address, or acceptSecurityIdentifierInformation set to true.",
        "the user has no address at the caller, or belongs to another forest.",
        "Set acceptSecurityIdentifierInformation to true.");

    /// <summary>No mailbox belongs to the user.</summary>
    public static Fault UserUnknown(string receiver, string user) => Refusal(
        "PT5072",
        $"No mailbox at {receiver} belongs to {Quote(user)}.",
        "exactly one.",
        "the user's addresses differ between the two sides, or the user has no mailbox.",
        "Give the user the same SIP and SMTP addresses on both sides.");

    /// <summary>Several mailboxes belong to the user.</summary>
    public static Fault UserAmbiguous(string receiver, string user, int count) => Refusal(
        "PT5073",
        $"{Count(count, "mailbox", "mailboxes")} at {receiver} have an address of {Quote(user)}.",
        "exactly one.",
        "the addresses in the token belong to different people, or were given twice.",
        "Give the user the same SIP and SMTP addresses on both sides, and no other mailbox any of them.");
}
