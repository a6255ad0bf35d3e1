using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

// PT8150 to PT8179: what the cmdlets of real servers show, and what they leave.
public static partial class FaultCatalogue
{
    /// <summary>The product documents no way to un-assign its signing certificate: it was left as it is.</summary>
    public static Fault CertificateLeftBound(string server, ServerProduct product, Thumbprint certificate) => new(
        "PT8150", "server",
        $"{server} goes on signing with certificate {certificate}: no cmdlet of {product} un-assigns a certificate.",
        "a server that needs no signing certificate any more.",
        "Nothing needs to be done where the server stays. Bind another certificate to replace this one.")
    {
        IsWarning = true,
    };

    /// <summary>The server names a certificate as its own that nobody has.</summary>
    public static Fault BoundCertificateMissing(string server, string generation, Thumbprint certificate) => new(
        "PT8151", "server",
        $"{server} names {certificate} as its {generation} signing certificate, but it is neither in a certificate store that was looked at, nor published.",
        "the certificate itself, on every server of the deployment.",
        "Import it again where it is missing, or bind another certificate, which takes its place.");

    /// <summary>A property of an object that a cmdlet gave out cannot be read, and what it holds decides.</summary>
    public static Fault PropertyUnreadable(string server, string property, string reason) => OfEngine(
        "PT8152", "",
        $"The property {property} that a cmdlet of {server} gave out cannot be read ({Quote(reason)}).",
        "a value: what cannot be read is not taken for absent.",
        "Run the cmdlet in the server's own management shell. If it shows the property there, report this message.");

    /// <summary>A call failed after others of the same write had taken effect.</summary>
    public static Fault WriteHalfDone(string server, string cmdlet, Fault cause) => new(
        "PT8153", cause.Property,
        $"{cmdlet} failed on {server} after a part of the change had taken effect ({cause.Code}: {cause.Found})",
        cause.Expected,
        $"{cause.Remedy} Then run the update again: it looks first, and does what is left.");

    /// <summary>Every call succeeded, but the server does not show what they wrote.</summary>
    public static Fault WriteNotSeen(string server, string cmdlet) => new(
        "PT8154", "",
        $"Every call of the change succeeded, but {server} does not show it: {cmdlet} would be run again.",
        "what was written.",
        "The directory may still be replicating, or somebody else changed it at the same time. Run \"pulumi refresh\", then the update again.");

    /// <summary>No accepted domain can be the domain of a linked account's address.</summary>
    public static Fault AccountDomainMissing(string server, string account) => new(
        "PT8155", "linkedAccount.name",
        $"{server} has no accepted domain for the address of the account {Quote(account)}.",
        "an accepted domain without a wildcard: a new mail user needs an address.",
        "Add an accepted domain, or make the account yourself: an existing user is taken as it is.");

    /// <summary>The name of a linked account is that of something else.</summary>
    public static Fault AccountOfOtherKind(string server, string account, string found) => new(
        "PT8156", "linkedAccount.name",
        $"{Quote(account)} on {server} is of the type {Quote(found)}.",
        "a user without a mailbox, or a mail user, as the vendor's script makes them.",
        "Choose another name for the linked account.");

    /// <summary>A cmdlet succeeded and gave out nothing, where there always is something.</summary>
    public static Fault AnswerEmpty(string server, string cmdlet) => OfEngine(
        "PT8157", "",
        $"{cmdlet} on {server} gave out nothing that can be read.",
        "the one object that every installation has.",
        "Run the cmdlet in the server's own management shell. If it shows the object there, report this message.");

    /// <summary>A record was removed; the account that it was linked to was left, with its roles.</summary>
    public static Fault AccountLeft(string server, string account) => new(
        "PT8158", "linkedAccount",
        $"The account {Quote(account)} and its roles were left on {server}: other records may be linked to it.",
        "no account that nobody needs.",
        "If nothing else needs it, remove it: a mail user with Remove-MailUser, a user without a mailbox with Active Directory's tools.")
    {
        IsWarning = true,
    };
}
