using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>A preview is to fail where the update would, or where that cannot be told.</summary>
    public static Fault PreviewNotPassed(string proof, string found) => new(
        "PT7040", "proveOnPreview", found, $"a plan that passes, because proveOnPreview is \"{proof}\".",
        "Correct the program or the servers; \"warn\" tells the same and lets the preview pass.");

    /// <summary>What is deleted was the last thing by which a direction of trust works.</summary>
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
    public static Fault LastDirectionKept(string from, string to, string kind, Fault refusal, IReadOnlyCollection<string> features) => new(
        "PT7042", "protectLastDirection", WithoutIt(from, to, kind, refusal, features),
        "a deletion that stops nothing, because protectLastDirection is true.",
        "Keep the resource, set up the direction in another way first, or set partnertrust:protectLastDirection to false; before \"pulumi destroy\", which takes the settings from the stack's state, run \"pulumi up\" with it.");

    /// <summary>A required setting of the provider is missing.</summary>
    public static Fault SettingMissing(string setting) => Input(
        "PT1101", setting,
        $"The setting {Quote(setting)} is missing.",
        $"a value for partnertrust:{setting}.",
        $"Set it with \"pulumi config set --path partnertrust:{setting}…\", or on the Provider resource.");

    /// <summary>No server is configured.</summary>
    public static Fault NoServers() => Input(
        "PT1102", "servers", "The list of servers is empty.", "at least one server.", "Name the servers that take part in the trust.");

    /// <summary>A server or mailbox is configured twice.</summary>
    public static Fault ConfiguredTwice(string property, string name) => Input(
        "PT1103", property, $"{Quote(name)} is configured twice.", "each name once.", "Remove one of the entries.");

    /// <summary>A mailbox is on a server that is not a configured Exchange server.</summary>
    public static Fault MailboxServerWrong(string property, string server) => Input(
        "PT1104", property,
        $"{Quote(server)} is not a configured Exchange server.",
        "the fqdn of a configured server of product ExchangeServer.",
        "Correct the name, or add the server.");

    /// <summary>A setting is JSON text that cannot be read.</summary>
    public static Fault SettingNotJson(string property, string expected) => Input(
        "PT1105", property, "The text is not readable JSON.", $"{expected}, native or as JSON text.", "Correct the setting.");

    /// <summary>A resource was asked for before the provider was configured.</summary>
    public static Fault NotConfigured() => Input(
        "PT1107", "",
        "The provider is not configured yet.",
        "the configuration before the first resource.",
        "Report this: the Pulumi engine configures a provider before it uses it.");

    /// <summary>A setting belongs to the other engine.</summary>
    public static Fault SettingOfOtherEngine(string property, string engine, string only) => Input(
        "PT1108", property,
        $"The setting is set, but the engine is {Quote(engine)}.",
        $"the engine {Quote(only)}: no other engine has this setting.",
        "Remove the setting.") with
    {
        IsWarning = true,
    };

    /// <summary>Members are listed for a product whose machines this package does not look at.</summary>
    public static Fault MembersUnsupported(string property, ServerProduct product) => Input(
        "PT1109", property,
        $"Members are listed for a server of product {product}.",
        "members of a Lync pool, an Exchange organization or a SharePoint farm.",
        "Remove the members from this server.");

    /// <summary>The command line of a shell names no program.</summary>
    public static Fault ShellMissing(string property) => Input(
        "PT1110", property,
        "The list is empty.",
        "the program that starts a PowerShell, then each of its arguments.",
        "Name the program, or remove the setting.");

    /// <summary>The program that should start a shell is a batch file.</summary>
    public static Fault ShellIsBatchFile(string property, string program) => Input(
        "PT1111", property,
        $"The program is {Quote(program)}.",
        "a program that is no batch file: cmd.exe would read its arguments once more, and its input first.",
        "Name the PowerShell itself, such as \"powershell.exe\".");

    /// <summary>An argument of a shell makes it run something else than the plugin's cmdlets.</summary>
    public static Fault ShellRunsCommand(string property, string argument) => Input(
        "PT1112", property,
        $"The argument is {Quote(argument)}.",
        "arguments without -Command, -File, -EncodedCommand and their abbreviations: what the shell runs comes from the plugin.",
        "Remove the argument and what follows it. Modules are named in \"modules\" of the server.");

    /// <summary>ssh is asked for a terminal.</summary>
    public static Fault ShellAsksForTerminal(string property, string argument) => Input(
        "PT1113", property,
        $"The argument of ssh is {Quote(argument)}, which asks for a terminal.",
        "ssh without a terminal, which would put echoes and control characters among the answers.",
        "Remove the argument, and with an option the \"-o\" before it.");

    /// <summary>The server's product is not reached through PowerShell.</summary>
    public static Fault ShellUnsupported(string property, ServerProduct product) => Input(
        "PT1114", property,
        $"The setting is set on a server of product {product}.",
        "a Lync, Exchange or SharePoint server: no other is reached through PowerShell.",
        "Remove the setting from this server.");

    /// <summary>The product's cmdlets cannot be reached in that way.</summary>
    public static Fault SessionUnsupported(string property, ServerProduct product, string session, string supported) => Input(
        "PT1115", property,
        $"The session is {Quote(session)} on a server of product {product}.",
        $"{Quote(supported)}: its cmdlets run on a server of the farm.",
        "Remove the setting, and let \"shell\" start a PowerShell on such a server.");

    /// <summary>What lies at the path of the transcript is no file that can be written.</summary>
    public static Fault TranscriptUnusable(string path, string found) => Input(
        "PT1116", "transcript",
        $"{Quote(path)} is {found}.",
        "the path of a file, be it there already or not.",
        "Correct the path; a relative path starts at the project's directory.");

    /// <summary>A resource was let go without being removed, because its server is not configured any more.</summary>
    public static Fault LetGo(string server, string what, string removal) => Input(
        "PT1117", "servers",
        $"{Quote(server)} is not configured any more, so that {what} stays there: the stack only lets go of it.",
        "a server that is configured until its resources are deleted.",
        $"{removal} Or configure the server again, import the resource by its id, and delete it.") with
    {
        IsWarning = true,
    };

    /// <summary>A resource was not read, because a server that it needs is not configured any more.</summary>
    public static Fault NotRead(string server) => Input(
        "PT1118", "servers",
        $"{Quote(server)} is not configured any more, so that the resource was not read: the stack keeps what it knew.",
        "a server that is configured until its resources are deleted.",
        "Configure the server again, or take the resource out of the program: the next update then lets go of it.") with
    {
        IsWarning = true,
    };

    /// <summary>A further name of a server leads to another one.</summary>
    /// <param name="property">Where the name stands.</param>
    /// <param name="owner">Where the other server stands, for example <c>servers[0]</c>: no name is told here, for all of them may be secret.</param>
    public static Fault NameOfAnother(string property, string owner) => Input(
        "PT1119", property,
        $"The name is one of {owner} already.",
        "a name that leads to one server: what is sent there has one receiver.",
        $"Remove it here or there. Pools that share it are one deployment: set \"deployment\" of one to the fqdn of the other.");

    /// <summary>The deployment to which a server belongs is none that stands by itself.</summary>
    public static Fault DeploymentUnknown(string property, string? suggestion) => Input(
        "PT1120", property,
        "The deployment is no server that stands by itself.",
        $"the fqdn of the entry of \"servers\" that stands for the whole deployment{(suggestion is null ? "" : $", probably of {suggestion}")}.",
        "Correct the name; all pools of a deployment name the same one.");

    /// <summary>A server cannot belong to a deployment of another product.</summary>
    public static Fault DeploymentOfOtherProduct(string property, ServerProduct product, string whole, ServerProduct other) => Input(
        "PT1121", property,
        $"A server of product {product} is to belong to {whole}, of product {other}.",
        "a Lync deployment, an Exchange organization or a SharePoint farm of the same product.",
        "Correct the product or the deployment.");

    /// <summary>A setting is one of the whole deployment and stands at a part of it.</summary>
    public static Fault SettingOfDeployment(string property, string whole) => Input(
        "PT1122", property,
        $"The setting is set on a server that belongs to the deployment of {whole}.",
        $"the setting on {whole}: it is one for the whole deployment.",
        $"Move it to {whole}.");

    /// <summary>No user of the server has an address in its realm.</summary>
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
    public static Fault FarmRealmMissing(string property) => Input(
        "PT1124", property,
        "The farm has no realm here, and its name without the first label is taken for it.",
        "the farm's realm, which is its id unless somebody has changed it.",
        "Set realm to what Get-SPAuthenticationRealm shows on a server of the farm.") with
    {
        IsWarning = true,
    };

    /// <summary>Two Lync servers have one realm, as the pools of a deployment do.</summary>
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
