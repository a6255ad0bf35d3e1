using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>A preview is to fail where the update would, or where that cannot be told.</summary>
    /// <cause>The setting <c>proveOnPreview</c> is <c>enforce</c> or <c>strict</c>, and the preview found a check that would fail or a write that
    /// would be refused; with <c>strict</c> also something that cannot be told before the update, such as a value that the update is still to
    /// make.</cause>
    /// <remedy>Put right what the number in the message is about; the page of that number tells how. To see the whole plan without stopping, let the
    /// preview only tell it:
    /// <code>pulumi config set partnertrust:proveOnPreview warn</code>
    /// <para>Where the setting is not in the stack's configuration, the environment variable <c>PARTNERTRUST_PROVE_ON_PREVIEW</c> decides, for
    /// example in the pipeline alone.</para></remedy>
    public static Fault PreviewNotPassed(string proof, string found) => new(
        "PT7040", "proveOnPreview", found, $"a plan that passes, because proveOnPreview is \"{proof}\".",
        "Correct the program or the servers; \"warn\" tells the same and lets the preview pass.");

    /// <summary>What is deleted was the last thing by which a direction of trust works.</summary>
    /// <cause>A record, a certificate or the OAuth settings were taken out of the program, or the stack is destroyed, and nothing else lets that
    /// server call the other. No preview tells a provider of deletions: the warning comes when the update is at it.</cause>
    /// <seen>The server that is called no longer names the caller in the <c>trusted_issuers</c> of its challenge, or the caller no longer finds it or
    /// has nothing to sign with. The number in parentheses tells which.</seen>
    /// <remedy>Where the direction is still wanted, declare the resource again and run <c>pulumi up</c>. If nothing is done, the features that the
    /// message names stop for users at once, such as archiving or the unified contact store. To have such deletions refused (PT7042):
    /// <code>pulumi config set partnertrust:protectLastDirection true</code></remedy>
    /// <param name="from">Who calls.</param>
    /// <param name="to">Who is called.</param>
    /// <param name="kind">Which of the calls, with a blank before; empty for all that work.</param>
    /// <param name="refusal">Why they are refused then.</param>
    /// <param name="features">What needs them.</param>
    public static Fault DirectionStopped(string from, string to, string kind, Fault refusal, IReadOnlyCollection<string> features) => new(
        "PT7041", "", WithoutIt(from, to, kind, refusal, features), "a deletion that stops nothing.",
        "Where the direction is still wanted, declare the resource again; the setting \"protectLastDirection\" refuses such deletions.")
    {
        IsWarning = true,
    };

    /// <summary>The same, refused because the provider is configured so.</summary>
    /// <cause>The setting <c>protectLastDirection</c> is true, and a resource is to be deleted without which one server could not call the other any
    /// more. The resource is still there, and so is its state.</cause>
    /// <remedy>If it was a mistake, put the resource back into the program. If the direction is to go another way, set that up first, in an update
    /// before. If it is to go away, allow it first; <c>pulumi destroy</c> takes the settings from the stack's state, where an update puts them:
    /// <code>pulumi config set partnertrust:protectLastDirection false</code>
    /// <code>pulumi up</code>
    /// <code>pulumi destroy</code></remedy>
    public static Fault LastDirectionKept(string from, string to, string kind, Fault refusal, IReadOnlyCollection<string> features) => new(
        "PT7042", "protectLastDirection", WithoutIt(from, to, kind, refusal, features),
        "a deletion that stops nothing, because protectLastDirection is true.",
        "Keep the resource, set up the direction in another way first, or set partnertrust:protectLastDirection to false; before \"pulumi destroy\", which takes the settings from the stack's state, run \"pulumi up\" with it.");

    /// <summary>A required setting of the provider is missing.</summary>
    /// <cause>The stack is new and has no configuration yet, another stack is selected, or the setting was written without <c>partnertrust:</c>
    /// before its name, so that it belongs to the project. Or the program makes a Provider resource of its own without it.</cause>
    /// <remedy>Name at least one server, in <c>Pulumi.&lt;stack&gt;.yaml</c> as the README shows, or by commands:
    /// <code>pulumi config set --path "partnertrust:servers[0].fqdn" atl-cs-001.litwareinc.com</code>
    /// <code>pulumi config set --path "partnertrust:servers[0].product" LyncServer</code>
    /// <para>A Provider resource in the program takes the list as its argument <c>servers</c>.</para></remedy>
    public static Fault SettingMissing(string setting) => Input(
        "PT1101", setting,
        $"The setting {Quote(setting)} is missing.",
        $"a value for partnertrust:{setting}.",
        $"Set it with \"pulumi config set --path partnertrust:{setting}…\", or on the Provider resource.");

    /// <summary>No server is configured.</summary>
    /// <cause>The last entry was removed from the list, or a template was filled in without any server.</cause>
    /// <remedy>Name the servers that take part in the trust, those included that are called only. To end the trust, run <c>pulumi destroy</c> while
    /// they are still in the list, and remove them afterwards: without their entries nothing can be removed from them.</remedy>
    public static Fault NoServers() => Input(
        "PT1102", "servers", "The list of servers is empty.", "at least one server.", "Name the servers that take part in the trust.");

    /// <summary>A server or mailbox is configured twice.</summary>
    /// <cause>A server has two entries, which may differ in case, a machine is both a member of a pool and an entry of its own or is listed under two
    /// pools, or two mailboxes have the same SIP address.</cause>
    /// <remedy>Keep one. A machine behind a pool belongs into <c>members</c> of the pool; another name of a server into <c>names</c> of its entry; a
    /// further pool of a deployment gets an entry of its own with <c>deployment</c>.</remedy>
    public static Fault ConfiguredTwice(string property, string name) => Input(
        "PT1103", property, $"{Quote(name)} is configured twice.", "each name once.", "Remove one of the entries.");

    /// <summary>A mailbox is on a server that is not a configured Exchange server.</summary>
    /// <cause>The mailbox is listed on the Lync pool of its user, on a database or an availability group, or on an Exchange server that has no entry
    /// in <c>partnertrust:servers</c>.</cause>
    /// <remedy>Set <c>server</c> of the mailbox to the <c>fqdn</c>, or to one of the <c>names</c>, of the Exchange entry that holds it. An
    /// organization with one entry holds all its mailboxes there, whichever of its machines has the database.</remedy>
    public static Fault MailboxServerWrong(string property, string server) => Input(
        "PT1104", property,
        $"{Quote(server)} is not a configured Exchange server.",
        "the fqdn of a configured server of product ExchangeServer.",
        "Correct the name, or add the server.");

    /// <summary>A setting is JSON text that cannot be read.</summary>
    /// <cause>A list or an object was set as text, and the text is cut off or lost its quotes on the way: Windows PowerShell takes away double quotes
    /// inside the arguments of a program.</cause>
    /// <remedy>Set it piece by piece with <c>--path</c>, or edit <c>Pulumi.&lt;stack&gt;.yaml</c>, in which lists and objects are written as they
    /// are:
    /// <code>pulumi config set --path "partnertrust:servers[0].fqdn" atl-cs-001.litwareinc.com</code></remedy>
    public static Fault SettingNotJson(string property, string expected) => Input(
        "PT1105", property, "The text is not readable JSON.", $"{expected}, native or as JSON text.", "Correct the setting.");

    /// <summary>A resource was asked for before the provider was configured.</summary>
    /// <cause>A program that is not the Pulumi engine spoke to the plugin and asked for a resource at once, or the engine left out a step. Your
    /// program and its settings are not the reason.</cause>
    /// <remedy>Report it, with the output of the command, <c>pulumi version</c> and
    /// <code>pulumi-resource-partnertrust --version</code></remedy>
    public static Fault NotConfigured() => Input(
        "PT1107", "",
        "The provider is not configured yet.",
        "the configuration before the first resource.",
        "Report this: the Pulumi engine configures a provider before it uses it.");

    /// <summary>A setting belongs to the other engine.</summary>
    /// <cause>The configuration was copied from a stack with the other engine, or <c>engine</c> was forgotten, so that it is <c>embedded</c>:
    /// <c>shell</c>, <c>session</c>, <c>modules</c>, <c>transcript</c> and <c>timeouts</c> are for real servers only, <c>dataDirectory</c> for the
    /// embedded ones.</cause>
    /// <remedy>If real servers are meant, say so; nothing reaches them before:
    /// <code>pulumi config set partnertrust:engine powerShell</code>
    /// <para>Otherwise remove the setting. If nothing is done, it has no effect.</para>
    /// <code>pulumi config rm --path "partnertrust:servers[0].shell"</code></remedy>
    public static Fault SettingOfOtherEngine(string property, string engine, string only) => Input(
        "PT1108", property,
        $"The setting is set, but the engine is {Quote(engine)}.",
        $"the engine {Quote(only)}: no other engine has this setting.",
        "Remove the setting.") with
    {
        IsWarning = true,
    };

    /// <summary>Members are listed for a product whose machines this package does not look at.</summary>
    /// <cause>The machines of a token server's cluster were listed. Only of Lync, Exchange and SharePoint does this package know that each machine
    /// must have the certificate.</cause>
    /// <remedy>Remove <c>members</c> from the entry of the token server. What it publishes under its name is what counts for its partners.</remedy>
    public static Fault MembersUnsupported(string property, ServerProduct product) => Input(
        "PT1109", property,
        $"Members are listed for a server of product {product}.",
        "members of a Lync pool, an Exchange organization or a SharePoint farm.",
        "Remove the members from this server.");

    /// <summary>The command line of a shell names no program.</summary>
    /// <cause><c>shell</c> is an empty list, of the provider or of one server: a variable for it was empty, or its items were removed one by
    /// one.</cause>
    /// <remedy>Remove the setting, so that the usual shell is started: <c>powershell.exe</c> on Windows, <c>pwsh</c> elsewhere. Or name the program
    /// and each argument as an item of its own:
    /// <code>shell: [ssh, svc@lync01.litwareinc.com, pwsh]</code></remedy>
    public static Fault ShellMissing(string property) => Input(
        "PT1110", property,
        "The list is empty.",
        "the program that starts a PowerShell, then each of its arguments.",
        "Name the program, or remove the setting.");

    /// <summary>The program that should start a shell is a batch file.</summary>
    /// <cause>A <c>.cmd</c> or <c>.bat</c> file was to prepare the surroundings and then start a PowerShell. Windows runs such files by
    /// <c>cmd.exe</c>, which reads the arguments, and what the plugin sends, in its own way.</cause>
    /// <remedy>Start the PowerShell itself: <c>powershell.exe</c> or <c>pwsh.exe</c>, with its full path where need be. Variables that the file sets
    /// belong into the environment of the account; modules into <c>modules</c> of the server.</remedy>
    public static Fault ShellIsBatchFile(string property, string program) => Input(
        "PT1111", property,
        $"The program is {Quote(program)}.",
        "a program that is no batch file: cmd.exe would read its arguments once more, and its input first.",
        "Name the PowerShell itself, such as \"powershell.exe\".");

    /// <summary>An argument of a shell makes it run something else than the plugin's cmdlets.</summary>
    /// <cause>The command line was taken from a shortcut or a scheduled task, such as that of a management shell, which loads its modules by
    /// <c>-Command</c> or <c>-File</c>. Abbreviations count as well: <c>-c</c>, <c>-f</c>, <c>-e</c>, also with a slash.</cause>
    /// <remedy>Remove the argument and all that follows it. The plugin loads each product's own cmdlets by itself; further modules are listed by name
    /// or path in <c>modules</c> of the server. Arguments such as <c>-ExecutionPolicy RemoteSigned</c> may stay.</remedy>
    public static Fault ShellRunsCommand(string property, string argument) => Input(
        "PT1112", property,
        $"The argument is {Quote(argument)}.",
        "arguments without -Command, -File, -EncodedCommand and their abbreviations: what the shell runs comes from the plugin.",
        "Remove the argument and what follows it. Modules are named in \"modules\" of the server.");

    /// <summary>ssh is asked for a terminal.</summary>
    /// <cause>The command line was taken from interactive use: <c>ssh -t</c>, or the option <c>RequestTTY</c> with <c>yes</c> or <c>force</c>. Over a
    /// terminal the input comes back as an echo among the answers.</cause>
    /// <remedy>Remove the argument, and with <c>RequestTTY</c> the <c>-o</c> before it:
    /// <code>shell: [ssh, svc@lync01.litwareinc.com, pwsh]</code>
    /// <para>Look into the configuration file of ssh as well: what is set there for the host counts likewise, and the plugin does not see
    /// it.</para></remedy>
    public static Fault ShellAsksForTerminal(string property, string argument) => Input(
        "PT1113", property,
        $"The argument of ssh is {Quote(argument)}, which asks for a terminal.",
        "ssh without a terminal, which would put echoes and control characters among the answers.",
        "Remove the argument, and with an option the \"-o\" before it.");

    /// <summary>The server's product is not reached through PowerShell.</summary>
    /// <cause><c>shell</c>, <c>session</c> or <c>modules</c> was set on a token server. A third party's token server is known by what it publishes,
    /// and has no cmdlets that this package knows.</cause>
    /// <remedy>Remove the setting from that entry. A way that all other servers have in common is set once, as <c>partnertrust:shell</c>.</remedy>
    public static Fault ShellUnsupported(string property, ServerProduct product) => Input(
        "PT1114", property,
        $"The setting is set on a server of product {product}.",
        "a Lync, Exchange or SharePoint server: no other is reached through PowerShell.",
        "Remove the setting from this server.");

    /// <summary>The product's cmdlets cannot be reached in that way.</summary>
    /// <cause>The entry of a SharePoint farm says <c>session: remote</c>. SharePoint has no PowerShell endpoint of its own: its cmdlets talk to the
    /// farm's database from a server of the farm.</cause>
    /// <remedy>Remove <c>session</c>, and let <c>shell</c> start a PowerShell on a server of the farm, or run Pulumi there:
    /// <code>shell: [ssh, svc@sp01.litwareinc.com, pwsh]</code>
    /// <para>The account must have a credential towards SQL Server: sign in with a password or Kerberos, not with a key (PT8121).</para></remedy>
    public static Fault SessionUnsupported(string property, ServerProduct product, string session, string supported) => Input(
        "PT1115", property,
        $"The session is {Quote(session)} on a server of product {product}.",
        $"{Quote(supported)}: its cmdlets run on a server of the farm.",
        "Remove the setting, and let \"shell\" start a PowerShell on such a server.");

    /// <summary>What lies at the path of the transcript is no file that can be written.</summary>
    /// <cause>The path of <c>transcript</c> leads to a folder, a pipe or a device. Mostly the name of the file was left off.</cause>
    /// <remedy>Give the path of a file; it is made with the first cmdlet, or added to where it is there. The path begins at the directory with
    /// <c>Pulumi.yaml</c>:
    /// <code>pulumi config set partnertrust:transcript trust-changes.txt</code></remedy>
    public static Fault TranscriptUnusable(string path, string found) => Input(
        "PT1116", "transcript",
        $"{Quote(path)} is {found}.",
        "the path of a file, be it there already or not.",
        "Correct the path; a relative path starts at the project's directory.");

    /// <summary>A resource was let go without being removed, because its server is not configured any more.</summary>
    /// <cause>The server was taken out of <c>partnertrust:servers</c>, or renamed there, in the same update as its resources or before it. How it is
    /// reached went with its entry, so that nothing on it could be removed.</cause>
    /// <seen>The record, certificate or settings are still on the server; on Lync, Exchange and SharePoint they are shown by
    /// <code>Get-CsPartnerApplication</code>
    /// <code>Get-PartnerApplication | Format-List Name, Enabled</code>
    /// <code>Get-SPTrustedSecurityTokenIssuer | Format-List Name, RegisteredIssuerName</code></seen>
    /// <remedy>If the server is retired, nothing is to be done. Otherwise remove by hand what the message names, by the cmdlet that it names; until
    /// then the server goes on trusting that partner. Or put the entry back, import the resource by its id, take it out of the program, and run the
    /// update, which removes it. Next time remove the resources first and the server in a later update.</remedy>
    public static Fault LetGo(string server, string what, string removal) => Input(
        "PT1117", "servers",
        $"{Quote(server)} is not configured any more, so that {what} stays there: the stack only lets go of it.",
        "a server that is configured until its resources are deleted.",
        $"{removal} Or configure the server again, import the resource by its id, and delete it.") with
    {
        IsWarning = true,
    };

    /// <summary>A resource was not read, because a server that it needs is not configured any more.</summary>
    /// <cause>The server, or the one that a check calls, was taken out of <c>partnertrust:servers</c> or renamed there, while the program still has
    /// resources on it.</cause>
    /// <remedy>Put the entry back, under the name by which the resources have it. Or, if the server is gone for good, take its resources out of the
    /// program, and run the update: it lets go of them (PT1117). If nothing is done, the state keeps what was known before, and no refresh sees what
    /// becomes of it.</remedy>
    public static Fault NotRead(string server) => Input(
        "PT1118", "servers",
        $"{Quote(server)} is not configured any more, so that the resource was not read: the stack keeps what it knew.",
        "a server that is configured until its resources are deleted.",
        "Configure the server again, or take the resource out of the program: the next update then lets go of it.") with
    {
        IsWarning = true,
    };

    /// <summary>A further name of a server leads to another one.</summary>
    /// <cause>A load balancer's name or an alias in DNS is listed under two servers, or one server's <c>names</c> has the <c>fqdn</c>, a member or
    /// the host of the <c>metadataUrl</c> of another.</cause>
    /// <remedy>Find out where the name really leads, and list it only there:
    /// <code>Resolve-DnsName mail.litwareinc.com</code>
    /// <para>If both are parts of one deployment, behind one load balancer, set <c>deployment</c> of one to the <c>fqdn</c> of the other: then they
    /// may share names.</para></remedy>
    /// <param name="property">Where the name stands.</param>
    /// <param name="owner">Where the other server stands, for example <c>servers[0]</c>: no name is told here, for all of them may be secret.</param>
    public static Fault NameOfAnother(string property, string owner) => Input(
        "PT1119", property,
        $"The name is one of {owner} already.",
        "a name that leads to one server: what is sent there has one receiver.",
        $"Remove it here or there. Pools that share it are one deployment: set \"deployment\" of one to the fqdn of the other.");

    /// <summary>The deployment to which a server belongs is none that stands by itself.</summary>
    /// <cause><c>deployment</c> names a server that has no entry, is mistyped, or names an entry that itself belongs to another deployment.</cause>
    /// <remedy>Choose the entry that is to stand for the whole: it has no <c>deployment</c>, or its own name there. Name its <c>fqdn</c> in all the
    /// others.
    /// <code>pulumi config set --path "partnertrust:servers[1].deployment" pool01.litwareinc.com</code></remedy>
    public static Fault DeploymentUnknown(string property, string? suggestion) => Input(
        "PT1120", property,
        "The deployment is no server that stands by itself.",
        $"the fqdn of the entry of \"servers\" that stands for the whole deployment{(suggestion is null ? "" : $", probably of {suggestion}")}.",
        "Correct the name; all pools of a deployment name the same one.");

    /// <summary>A server cannot belong to a deployment of another product.</summary>
    /// <cause><c>product</c> of one of the two entries is wrong, or two products on machines with similar names were taken for one deployment. Token
    /// servers form none.</cause>
    /// <remedy>Correct <c>product</c> where it is wrong. Pools of Lync, servers of one Exchange organization and servers of one SharePoint farm
    /// belong together only with their own kind; the trust between products is made by partner applications.</remedy>
    public static Fault DeploymentOfOtherProduct(string property, ServerProduct product, string whole, ServerProduct other) => Input(
        "PT1121", property,
        $"A server of product {product} is to belong to {whole}, of product {other}.",
        "a Lync deployment, an Exchange organization or a SharePoint farm of the same product.",
        "Correct the product or the deployment.");

    /// <summary>A setting is one of the whole deployment and stands at a part of it.</summary>
    /// <cause>The entry was copied from that of the first pool. Realm, accepted domains and the way to the cmdlets are the same for a whole
    /// deployment, so that two values could contradict one another.</cause>
    /// <remedy>Move the setting to the entry that the message names; entries are counted from zero. <c>members</c>, <c>names</c> and
    /// <c>metadataUrl</c> stay with each pool.
    /// <code>pulumi config rm --path "partnertrust:servers[1].realm"</code></remedy>
    public static Fault SettingOfDeployment(string property, string whole) => Input(
        "PT1122", property,
        $"The setting is set on a server that belongs to the deployment of {whole}.",
        $"the setting on {whole}: it is one for the whole deployment.",
        $"Move it to {whole}.");

    /// <summary>No user of the server has an address in its realm.</summary>
    /// <cause>A Lync entry has no <c>realm</c>, its users have addresses in several SIP domains, and none of these is the domain of the server's
    /// name, such as <c>corp.local</c>. Or <c>realm</c> and <c>acceptedDomains</c> are given, and no mailbox has its address in any of them.</cause>
    /// <seen>The realm of Lync and its SIP domains, and the domains of Exchange, are shown by
    /// <code>Get-CsOAuthConfiguration | Format-List Realm</code>
    /// <code>Get-CsSipDomain | Format-List Name, IsDefault</code>
    /// <code>Get-AcceptedDomain | Format-List Name, DomainName, Default</code></seen>
    /// <remedy>Set <c>realm</c> of the entry to what Lync shows. On Exchange list every accepted domain by itself in <c>acceptedDomains</c>, and set
    /// <c>realm</c> to the one in the <c>issuer</c> of its metadata document, the part after the <c>@</c>.
    /// <para>If nothing is done and the realm is not the server's, previews and checks reckon with a principal that its tokens do not have, and real
    /// calls may be refused that were foretold to succeed (PT5043).</para></remedy>
    public static Fault RealmOfNoUser(string property, ServerProduct product) => Input(
        "PT1123", property,
        $"None of the \"mailboxes\" has {(product == ServerProduct.LyncServer ? "a SIP" : "an SMTP")} address in the realm of the server.",
        product == ServerProduct.LyncServer
            ? "the default SIP domain, which Lync takes for its realm unless it is told another one (Get-CsOAuthConfiguration shows it)."
            : "an accepted domain (Get-AcceptedDomain shows them): each mailbox has its address in one.",
        product == ServerProduct.LyncServer
            ? "Set realm to what the server shows."
            : "List the domains in acceptedDomains, and set realm to what the server's document shows.") with
    {
        IsWarning = true,
    };

    /// <summary>A SharePoint farm has no realm in the configuration, and its realm is hardly ever its name.</summary>
    /// <cause>The farm's entry has no <c>realm</c>. For the other products the domain is a fair guess; SharePoint takes the id of the farm, a
    /// GUID.</cause>
    /// <seen>On a server of the farm:
    /// <code>Get-SPAuthenticationRealm</code></seen>
    /// <remedy>Set <c>realm</c> to that value, here for the third entry:
    /// <code>pulumi config set --path "partnertrust:servers[2].realm" af90cc03-4a26-45e9-906a-609cebcebbde</code>
    /// <para>If nothing is done, the package reckons with a principal that the farm's tokens do not have, and what previews and checks say of the
    /// farm cannot be relied on. Do not change the farm's own realm instead: what is registered relies on it.</para></remedy>
    public static Fault FarmRealmMissing(string property) => Input(
        "PT1124", property,
        "The farm has no realm here, and its name without the first label is taken for it.",
        "the farm's realm, which is its id unless somebody has changed it.",
        "Set realm to what Get-SPAuthenticationRealm shows on a server of the farm.") with
    {
        IsWarning = true,
    };

    /// <summary>Two Lync servers have one realm, as the pools of a deployment do.</summary>
    /// <cause>Each pool of a Lync deployment was configured as if it stood by itself. Lync has one realm for a deployment, so that two pools with the
    /// same one are most likely parts of one.</cause>
    /// <seen>Pools of one deployment are all in the output of <c>Get-CsPool</c> on any of them.</seen>
    /// <remedy>Set <c>deployment</c> of the later entry to the <c>fqdn</c> of the first, and move <c>realm</c> and <c>shell</c> there. If it really
    /// is a deployment of its own, such as one in a laboratory, set <c>deployment</c> to its own <c>fqdn</c>.
    /// <para>If nothing is done, the two are planned as separate servers: two certificates for what is one store, and two records at Exchange for one
    /// partner.</para></remedy>
    public static Fault PoolsOfOneRealm(string property, string other) => Input(
        "PT1125", property,
        $"The server has the realm of {other}.",
        "one deployment for each realm: its pools share one signing certificate, one set of records and one partner application at Exchange.",
        $"Set deployment to the fqdn of {other}, or to its own if it really is a deployment of its own.") with
    {
        IsWarning = true,
    };

    private static string WithoutIt(string from, string to, string kind, Fault refusal, IReadOnlyCollection<string> features) =>
        $"Once this is deleted, {from} can no longer call {to}{kind} ({refusal.Code}: {refusal.Found.TrimEnd('.')})"
        + (features.Count == 0 ? "." : $"; with it stop: {string.Join(", ", features)}.");
}
