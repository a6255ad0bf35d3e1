namespace PartnerTrust.Trust.Faults;

/// <summary>Why a cmdlet of a real server did not do what it was called for.</summary>
public static partial class FaultCatalogue
{
    /// <summary>A cmdlet failed, and nothing more is known than what it says.</summary>
    /// <cause>The server refused the call for a reason of its own. In brackets stand the category, the kind and the id of the error, which are the
    /// same in every language; the text after it is the server's.</cause>
    /// <remedy>Look the text up, or run the same cmdlet by hand in the server's management shell, where it may tell more. With
    /// <c>partnertrust:transcript</c> set, the call stands in that file as it could be typed, with secrets masked. Then run the update
    /// again.</remedy>
    public static Fault CmdletFailed(string server, string cmdlet, string kind, string message) => new(
        "PT8110", "", $"{cmdlet} failed on {server} ({kind}): {Quote(message)}", "a cmdlet that succeeds.",
        "See what it says; run the same cmdlet there by hand if that does not help.");

    /// <summary>A cmdlet ran longer than it may and was stopped.</summary>
    /// <cause>The server is busy, waits for a domain controller or for a URL that does not answer, or the limit is too short for it. The cmdlet was
    /// stopped. If it was to change something, the server is looked at again before anything else is done.</cause>
    /// <remedy>Run the cmdlet by hand and see how long it takes. If that is normal there, give it longer, in seconds:
    /// <code>pulumi config set --path 'partnertrust:timeouts.write' 300</code>
    /// <para><c>read</c> and <c>write</c> are for the cmdlets that read and change, <c>open</c> for the start of a shell, <c>test</c> for
    /// connectivity checks, <c>restart</c> for services.</para></remedy>
    public static Fault CmdletTooSlow(string server, string cmdlet, TimeSpan after) => OfEngine(
        "PT8111", "", $"{cmdlet} was stopped on {server} after {Seconds(after, "0.#")}.", "an end within the limit.",
        "See whether the server is busy, or set longer limits in \"timeouts\".");

    /// <summary>A call could not be made as it was meant.</summary>
    /// <cause>The plugin built a call that its own part in the shell refused. That is a fault of the plugin, and nothing was run.</cause>
    /// <remedy>Report it with the line of the file that <c>partnertrust:transcript</c> names. Look through it first: secrets are masked there, names
    /// of servers are not.</remedy>
    public static Fault CmdletNotSent(string server, string cmdlet, string reason) => OfEngine(
        "PT8112", "", $"{cmdlet} was not run on {server}: {Quote(reason)}", "a call that the shell can make.",
        "Report it, with the transcript.");

    /// <summary>A cmdlet is not there.</summary>
    /// <cause>The account lacks the right: Exchange, and Lync over a remote session, hide the cmdlets that an account may not run, as if they did not
    /// exist. Or the server is of another version than the cmdlet.</cause>
    /// <seen>As an administrator, which roles have the cmdlet, on Exchange and on Lync:
    /// <code>Get-ManagementRole -Cmdlet New-PartnerApplication</code>
    /// <code>Get-CsAdminRole | Where-Object {$_.Cmdlets -match "New-CsPartnerApplication"}</code></seen>
    /// <remedy>Give the account the role, then run again: a shell that is open keeps the rights with which it was opened, and each run opens its own.
    /// On Exchange <c>Organization Management</c> has what partner applications need; on Lync it is <c>CsAdministrator</c>, though that it has every
    /// cmdlet used here is unconfirmed.</remedy>
    /// <sign>CommandNotFoundException</sign>
    public static Fault CmdletMissing(string server, string cmdlet) => OfEngine(
        "PT8113", "", $"{cmdlet} is not there on {server}.", "a cmdlet that the product has and the account may run.",
        "Give the account the role that has it: permissions hide cmdlets. If it has that role, the product is another version than is thought.");

    /// <summary>A parameter is not there.</summary>
    /// <cause>Rights hide parameters as they hide cmdlets: a role may have <c>Set-PartnerApplication</c> without one of its parameters. Or the
    /// parameter came with a later update of the product, as <c>DomainName</c> of <c>New-AuthServer</c> did.</cause>
    /// <seen>As that account, the parameters that it has:
    /// <code>Get-Command New-AuthServer | Select-Object -ExpandProperty Parameters</code></seen>
    /// <remedy>Give the account a role with the whole cmdlet, and run again. If it has that, install the product's update, or leave out the property
    /// that needs the parameter.</remedy>
    /// <sign>NamedParameterNotFound</sign>
    public static Fault ParameterMissing(string server, string cmdlet, string message) => OfEngine(
        "PT8114", "", $"{cmdlet} on {server} lacks a parameter: {Quote(message)}", "a parameter that the product has and the account may use.",
        "Give the account the role that has it: permissions hide parameters. If it has that role, the product is another version than is thought.");

    /// <summary>A cmdlet is not as documented.</summary>
    /// <cause>The cmdlet has the parameters, and takes them in another form or combination than its reference page says. That is a difference between
    /// the product's version and the documentation, or a fault of the plugin.</cause>
    /// <remedy>Report it with the product's version and the line of the transcript (<c>partnertrust:transcript</c>). In the meantime make the change
    /// by hand: the command <c>pulumi-resource-partnertrust plan</c> prints it. After a refresh the stack takes it as done.</remedy>
    /// <sign>AmbiguousParameterSet</sign>
    /// <sign>MissingMandatoryParameter</sign>
    /// <sign>ParameterArgumentTransformationError</sign>
    public static Fault CmdletDiffers(string server, string cmdlet, string message) => OfEngine(
        "PT8115", "", $"{cmdlet} on {server} does not take what its documentation says: {Quote(message)}", "a documented cmdlet.",
        "Report it, with the product's version and the transcript.");

    /// <summary>A cmdlet asks somebody.</summary>
    /// <cause>The cmdlet wants something confirmed, or a missing value, although it is called without questions. Whether it changed anything before
    /// is not known to the message; after a change the server is looked at again.</cause>
    /// <remedy>Run the cmdlet by hand, as the same account, and read the question. If it is about a state of the server, such as a certificate in
    /// use, put that right. If it is asked always, report it.</remedy>
    /// <sign>HostFunctionNotImplemented</sign>
    public static Fault CmdletPrompts(string server, string cmdlet, string message) => OfEngine(
        "PT8116", "", $"{cmdlet} asks for an answer on {server}: {Quote(message)}", "a cmdlet that asks for nothing.",
        "Nobody answers here. Run it there by hand once and see what it asks.");

    /// <summary>The session with the product's endpoint does not open.</summary>
    /// <cause>The account may not use remote PowerShell; it has no Kerberos ticket, as over ssh; the server does not answer under that name; or too
    /// many sessions of the account are open. On Lync, a missing update or TLS set up differently at the two ends has the same effect.</cause>
    /// <seen>The same, typed as that account, shows the whole error. For Exchange, then for Lync:
    /// <code>
    /// New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://exch01.litwareinc.com/PowerShell/ -Authentication Kerberos
    /// New-PSSession -ConnectionUri https://lync01.litwareinc.com/OcsPowershell
    /// </code></seen>
    /// <remedy><list type="number"><item>Open it by hand as the account that runs the deployment, and put right what the error names.</item>
    /// <item>Enable the account for remote PowerShell, and give it the product's role (PT8113).</item>
    /// <item>For an organization of several servers, list these in <c>members</c>: the session then goes to the first of them, and not to a common
    /// name.</item>
    /// <item>Behind ssh, run the deployment on the server itself, or from a Windows agent.</item></list></remedy>
    /// <sign>PSSessionOpenFailed</sign>
    /// <sign>The SSL connection cannot be established</sign>
    public static Fault SessionNotOpened(string server, string message) => OfEngine(
        "PT8117", "", $"The session with {server} could not be opened: {Quote(message)}",
        "a session: an account that may use remote PowerShell, and a Kerberos ticket for that name.",
        "Open it by hand as the same account. Behind ssh there is no ticket: run the deployment on the server or from a Windows agent.");

    /// <summary>The session with the product's endpoint is lost.</summary>
    /// <cause>IIS was restarted on the server, in which the endpoint for sessions lives, the server went down, or the session was ended
    /// there.</cause>
    /// <remedy>See that the server and its IIS run, then run the update again. It looks first, and does what is left.</remedy>
    /// <sign>PSRemotingTransportException</sign>
    /// <sign>Get-PSImplicitRemotingSession</sign>
    public static Fault SessionLost(string server, string cmdlet, string message) => OfEngine(
        "PT8118", "", $"The session with {server} was lost during {cmdlet}: {Quote(message)}", "a session that stays until it is closed.",
        "See whether IIS was restarted there, then run it again.");

    /// <summary>The account may not do it.</summary>
    /// <cause>The cmdlet is there, and what it does is forbidden to the account: in Active Directory, in the Central Management store or in
    /// SharePoint's databases. Or, on Lync, the account lacks a local group.</cause>
    /// <seen>The error has the category PermissionDenied or SecurityError, or <c>INSUFF_ACCESS_RIGHTS</c> in its text.</seen>
    /// <remedy>Give the account what the product asks for, sign it in anew, and run again:
    /// <list type="bullet"><item>Lync: <c>CsAdministrator</c>; where the cmdlets run on the server itself also <c>RTCUniversalServerAdmins</c>, and
    /// <c>RTCUniversalUserAdmins</c> for connectivity checks.</item>
    /// <item>Exchange: <c>Organization Management</c>.</item>
    /// <item>SharePoint: local administrator of a farm server, <c>securityadmin</c> and <c>db_owner</c> in SQL Server, and
    /// <c>Add-SPShellAdmin</c>.</item></list></remedy>
    /// <sign>INSUFF_ACCESS_RIGHTS</sign>
    public static Fault AccessDenied(string server, string cmdlet, string message) => OfEngine(
        "PT8119", "", $"The account may not run {cmdlet} on {server}: {Quote(message)}", "an account with the rights that the README lists.",
        "Give it the rights, or run the deployment as another account.");

    /// <summary>The server cannot fetch a partner's document.</summary>
    /// <cause>Lync reads the partner's document while the cmdlet runs. From that server the URL does not answer, its TLS certificate is not trusted
    /// there, or something else than a document comes, even if the machine that deploys reads it well.</cause>
    /// <seen>The text of the cmdlet does not tell which; the URL in a browser on that server does. Status 500 is explained by PT3058, 404 by PT3056,
    /// a sign-in by PT3057.</seen>
    /// <remedy>Open the URL on the server, as the account that runs the cmdlet.
    /// <list type="bullet"><item>It does not open: DNS, firewall, or a proxy that the account has no way through.</item>
    /// <item>The browser warns of the certificate: import the root certificate of its authority on the server.</item>
    /// <item>Everything is well: run the update again.</item></list></remedy>
    /// <sign>The metadata document could not be downloaded from the URL in the MetadataUrl parameter</sign>
    /// <sign>Cannot bind parameter 'MetadataUrl' to the target</sign>
    public static Fault ServerCannotFetch(string server, string cmdlet, string message) => new(
        "PT8120", "authMetadataUrl", $"{cmdlet}: {server} itself cannot fetch the document: {Quote(message)}",
        "a URL that the server reaches at this moment, with a certificate that it trusts.",
        "Open the URL in a browser on that server.");

    /// <summary>The account has no credential in the network.</summary>
    /// <cause>The shell was reached over ssh with a key. Who signs in so is known to that machine alone and has nothing to show to a domain
    /// controller, an Exchange server or SQL Server.</cause>
    /// <remedy>Sign in to ssh with a password or Kerberos, or run the deployment on the server itself, or from a Windows agent under an account of
    /// the domain. Reached with a password, the account has a credential for other machines.</remedy>
    /// <sign>ADInvalidCredentialException</sign>
    public static Fault NoNetworkCredential(string server, string cmdlet) => OfEngine(
        "PT8121", "shell", $"The account has no credential towards Active Directory on {server}, as {cmdlet} found.",
        "an account that other machines know.",
        "Who comes by an ssh key has none: use a password or Kerberos, or run the deployment on the server or from a Windows agent.");

    /// <summary>What the cmdlet names is not there.</summary>
    /// <cause>A role, an account or a record that the call names does not exist: the name is misspelled, the role is of a later version, or somebody
    /// removed it. Or it was made a moment ago on another domain controller.</cause>
    /// <seen>Of the roles and accounts on Exchange:
    /// <code>Get-ManagementRole | Format-List Name</code>
    /// <code>Get-User -Identity LyncEnterprise-ApplicationAccount</code></seen>
    /// <remedy>For something new, wait until it has been replicated, then
    /// <code>pulumi up --refresh</code>
    /// <para>Otherwise correct the name in the program, in <c>linkedAccount.roles</c> for example, or make what it names.</para></remedy>
    /// <sign>ManagementObjectNotFoundException</sign>
    public static Fault ObjectMissing(string server, string cmdlet, string message) => new(
        "PT8122", "", $"{cmdlet} did not find on {server} what it names: {Quote(message)}", "an object that is there.",
        "If it is new it may not have been replicated yet: run \"pulumi refresh\", then the update again. Else correct the name, or make the object there.");

    /// <summary>What the cmdlet is to make is there already.</summary>
    /// <cause>A contact, a group or another object in Active Directory has the name that the linked account is to get, or somebody made the record in
    /// the same moment. That Exchange always tells it in this form is unconfirmed.</cause>
    /// <remedy>Give <c>linkedAccount.name</c>, or <c>name</c> of the record, another value, or remove what has the name. A record that is to stay is
    /// taken over by an import; an existing user is taken as it is.</remedy>
    public static Fault ObjectExists(string server, string cmdlet, string message) => new(
        "PT8123", "", $"{cmdlet} found on {server} what it is to make: {Quote(message)}", "a name that is free.",
        "Choose another name, or remove what has it. A record that is to be kept can be imported.");

    /// <summary>A module is not there.</summary>
    /// <cause>The shell runs on a machine without the product's management tools: on a Linux or Windows agent, where the server's own was meant. Or
    /// the tools lie where PowerShell does not look. Lync's module is <c>SkypeForBusiness</c> or <c>Lync</c>, that of SharePoint Subscription Edition
    /// <c>SharePointServer</c>; the message names the first that was tried, also where an older version has the other module or a snap-in.</cause>
    /// <seen>On the machine where the shell runs:
    /// <code>Get-Module -ListAvailable -Name SkypeForBusiness, Lync, SharePointServer</code></seen>
    /// <remedy>Have <c>shell</c> of the server lead to a machine that has the module, or deploy on the server itself. Where the module lies in
    /// another place, name its path in <c>modules</c>. For Lync without its tools here, <c>session: remote</c> takes the cmdlets from the
    /// pool.</remedy>
    public static Fault ModuleMissing(string server, string module, string message) => OfEngine(
        "PT8124", "shell", $"The shell for {server} has no module {Quote(module)}: {Quote(message)}",
        "a machine on which the product's management shell is installed.",
        "Let \"shell\" lead to such a machine, or name the module in \"modules\".");

    /// <summary>The execution policy forbids the product's own scripts.</summary>
    /// <cause>The machine's execution policy is <c>Restricted</c> or <c>AllSigned</c>, by default or by group policy. The modules of the products,
    /// and what comes from a remote session, are scripts.</cause>
    /// <seen>Which policy holds, and whether a group policy sets it:
    /// <code>Get-ExecutionPolicy -List</code></seen>
    /// <remedy>Add it to the command line:
    /// <code>partnertrust:shell: ["powershell.exe", "-ExecutionPolicy", "RemoteSigned"]</code>
    /// <para>That does not outdo a group policy (<c>MachinePolicy</c>, <c>UserPolicy</c>): have that changed for the machine.</para></remedy>
    public static Fault ScriptsForbidden(string server, string message) => OfEngine(
        "PT8125", "shell", $"The shell for {server} may not run scripts: {Quote(message)}",
        "an execution policy under which the product's own modules load.",
        "Add \"-ExecutionPolicy\", \"RemoteSigned\" to \"shell\", or set the policy on the machine.");

    /// <summary>A disk is full.</summary>
    /// <cause>A disk is full on the machine on which the cmdlet ran, or on a share to which it writes.</cause>
    /// <remedy>Make room, and run the update again. If something had been changed before, that is kept, and the rest is done.</remedy>
    public static Fault DiskFull(string server, string cmdlet) => OfEngine(
        "PT8126", "", $"{cmdlet} failed because a disk of {server} is full.", "free space.", "Make room there, then run it again.");

    /// <summary>A shell has none of a product's cmdlets.</summary>
    /// <cause>The module was loaded, or the session opened, and none of the cmdlets that are needed came with it: the account has no role of the
    /// product at all. The message names the account.</cause>
    /// <seen>As that account, in the management shell:
    /// <code>Get-Command -Name Get-PartnerApplication, Get-CsPartnerApplication, Get-SPTrustedSecurityTokenIssuer</code></seen>
    /// <remedy>Give the account a role (PT8119 lists them), or have <c>shell</c> sign in as one that has it. If <c>modules</c> names a module, see
    /// that it is the product's.</remedy>
    public static Fault NoCmdletThere(string server, string way, string user) => OfEngine(
        "PT8127", "", $"The shell for {server} has none of the product's cmdlets after {way}, as {Quote(user)}.",
        "the cmdlets of the product, for an account that may run them.",
        "Open the management shell as that account and see which cmdlets it has.");
}
