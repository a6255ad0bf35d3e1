namespace PartnerTrust.Trust.Faults;

/// <summary>Why a cmdlet of a real server did not do what it was called for.</summary>
public static partial class FaultCatalogue
{
    /// <summary>A cmdlet failed, and nothing more is known than what it says.</summary>
    public static Fault CmdletFailed(string server, string cmdlet, string kind, string message) => new(
        "PT8110", "", $"{cmdlet} failed on {server} ({kind}): {Quote(message)}", "a cmdlet that succeeds.",
        "See what it says; run the same cmdlet there by hand if that does not help.");

    /// <summary>A cmdlet ran longer than it may and was stopped.</summary>
    public static Fault CmdletTooSlow(string server, string cmdlet, TimeSpan after) => OfEngine(
        "PT8111", "", $"{cmdlet} was stopped on {server} after {Seconds(after, "0.#")}.", "an end within the limit.",
        "See whether the server is busy, or set longer limits in \"timeouts\".");

    /// <summary>A call could not be made as it was meant.</summary>
    public static Fault CmdletNotSent(string server, string cmdlet, string reason) => OfEngine(
        "PT8112", "", $"{cmdlet} was not run on {server}: {Quote(reason)}", "a call that the shell can make.",
        "Report it, with the transcript.");

    /// <summary>A cmdlet is not there.</summary>
    public static Fault CmdletMissing(string server, string cmdlet) => OfEngine(
        "PT8113", "", $"{cmdlet} is not there on {server}.", "a cmdlet that the product has and the account may run.",
        "Give the account the role that has it: permissions hide cmdlets. If it has that role, the product is another version than is thought.");

    /// <summary>A parameter is not there.</summary>
    public static Fault ParameterMissing(string server, string cmdlet, string message) => OfEngine(
        "PT8114", "", $"{cmdlet} on {server} lacks a parameter: {Quote(message)}", "a parameter that the product has and the account may use.",
        "Give the account the role that has it: permissions hide parameters. If it has that role, the product is another version than is thought.");

    /// <summary>A cmdlet is not as documented.</summary>
    public static Fault CmdletDiffers(string server, string cmdlet, string message) => OfEngine(
        "PT8115", "", $"{cmdlet} on {server} does not take what its documentation says: {Quote(message)}", "a documented cmdlet.",
        "Report it, with the product's version and the transcript.");

    /// <summary>A cmdlet asks somebody.</summary>
    public static Fault CmdletPrompts(string server, string cmdlet, string message) => OfEngine(
        "PT8116", "", $"{cmdlet} asks for an answer on {server}: {Quote(message)}", "a cmdlet that asks for nothing.",
        "Nobody answers here. Run it there by hand once and see what it asks.");

    /// <summary>The session with the product's endpoint does not open.</summary>
    public static Fault SessionNotOpened(string server, string message) => OfEngine(
        "PT8117", "", $"The session with {server} could not be opened: {Quote(message)}",
        "a session: an account that may use remote PowerShell, and a Kerberos ticket for that name.",
        "Open it by hand as the same account. Behind ssh there is no ticket: run the deployment on the server or from a Windows agent.");

    /// <summary>The session with the product's endpoint is lost.</summary>
    public static Fault SessionLost(string server, string cmdlet, string message) => OfEngine(
        "PT8118", "", $"The session with {server} was lost during {cmdlet}: {Quote(message)}", "a session that stays until it is closed.",
        "See whether IIS was restarted there, then run it again.");

    /// <summary>The account may not do it.</summary>
    public static Fault AccessDenied(string server, string cmdlet, string message) => OfEngine(
        "PT8119", "", $"The account may not run {cmdlet} on {server}: {Quote(message)}", "an account with the rights that the README lists.",
        "Give it the rights, or run the deployment as another account.");

    /// <summary>The server cannot fetch a partner's document.</summary>
    public static Fault ServerCannotFetch(string server, string cmdlet, string message) => new(
        "PT8120", "authMetadataUrl", $"{cmdlet}: {server} itself cannot fetch the document: {Quote(message)}",
        "a URL that the server reaches at this moment, with a certificate that it trusts.",
        "Open the URL in a browser on that server.");

    /// <summary>The account has no credential in the network.</summary>
    public static Fault NoNetworkCredential(string server, string cmdlet) => OfEngine(
        "PT8121", "shell", $"The account has no credential towards Active Directory on {server}, as {cmdlet} found.",
        "an account that other machines know.",
        "Who comes by an ssh key has none: use a password or Kerberos, or run the deployment on the server or from a Windows agent.");

    /// <summary>What the cmdlet names is not there.</summary>
    public static Fault ObjectMissing(string server, string cmdlet, string message) => new(
        "PT8122", "", $"{cmdlet} did not find on {server} what it names: {Quote(message)}", "an object that is there.",
        "If it is new it may not have been replicated yet: run \"pulumi refresh\", then the update again. Else correct the name, or make the object there.");

    /// <summary>What the cmdlet is to make is there already.</summary>
    public static Fault ObjectExists(string server, string cmdlet, string message) => new(
        "PT8123", "", $"{cmdlet} found on {server} what it is to make: {Quote(message)}", "a name that is free.",
        "Choose another name, or remove what has it. A record that is to be kept can be imported.");

    /// <summary>A module is not there.</summary>
    public static Fault ModuleMissing(string server, string module, string message) => OfEngine(
        "PT8124", "shell", $"The shell for {server} has no module {Quote(module)}: {Quote(message)}",
        "a machine on which the product's management shell is installed.",
        "Let \"shell\" lead to such a machine, or name the module in \"modules\".");

    /// <summary>The execution policy forbids the product's own scripts.</summary>
    public static Fault ScriptsForbidden(string server, string message) => OfEngine(
        "PT8125", "shell", $"The shell for {server} may not run scripts: {Quote(message)}",
        "an execution policy under which the product's own modules load.",
        "Add \"-ExecutionPolicy\", \"RemoteSigned\" to \"shell\", or set the policy on the machine.");

    /// <summary>A disk is full.</summary>
    public static Fault DiskFull(string server, string cmdlet) => OfEngine(
        "PT8126", "", $"{cmdlet} failed because a disk of {server} is full.", "free space.", "Make room there, then run it again.");

    /// <summary>A shell has none of a product's cmdlets.</summary>
    public static Fault NoCmdletThere(string server, string way, string user) => OfEngine(
        "PT8127", "", $"The shell for {server} has none of the product's cmdlets after {way}, as {Quote(user)}.",
        "the cmdlets of the product, for an account that may run them.",
        "Open the management shell as that account and see which cmdlets it has.");
}
