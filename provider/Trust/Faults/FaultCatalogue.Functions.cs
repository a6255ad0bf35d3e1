namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The id does not have the form by which the resource is imported.</summary>
    /// <cause>The id has another form than that type is imported by, or its server is not in <c>partnertrust:servers</c> of the selected stack. A
    /// thumbprint, a GUID of the directory and the name of a record without its server are no ids.</cause>
    /// <remedy>Import by the form that the message names: <c>fqdn</c> for a CertificateBinding and an OAuthConfiguration, <c>fqdn/name</c> for a
    /// PartnerApplication and an AuthorizationServer, the URL for an AuthMetadataEndpoint, <c>fqdn</c> and any GUID for a ConnectivityCheck.
    /// <code>pulumi import partnertrust:index:PartnerApplication lync-on-exchange exch01.litwareinc.com/LyncEnterprise</code>
    /// <para>The ids of all that the servers hold are listed by <c>pulumi-resource-partnertrust import-file</c>.</para></remedy>
    public static Fault ImportIdInvalid(string id, string form) => Input(
        "PT1201", "", $"The id is {Quote(id)}.", $"{form}.", "Import the resource by an id of that form.");

    /// <summary>The package has no such function.</summary>
    /// <cause>The token in a YAML program is mistyped, or the program was written for a later release of the package than the plugin that
    /// runs.</cause>
    /// <remedy>The functions are <c>getAuthMetadata</c>, <c>getPartnerApplications</c>, <c>getCertificateBinding</c>, <c>explainTrust</c> and
    /// <c>planRollover</c>, each written as <c>partnertrust:explainTrust</c>. If the program has one of a later release, install the plugin of that
    /// release; this tells which one it is:
    /// <code>pulumi-resource-partnertrust --version</code></remedy>
    public static Fault FunctionUnknown(string token, string? suggestion) => Input(
        "PT1202", "",
        $"There is no function {Quote(token)}.",
        Probably(suggestion, "a function of this package."),
        "Correct the token.");

    /// <summary>Resources of this type cannot be listed.</summary>
    /// <cause>A tool asked the plugin for all resources of a type that it cannot list: a server has one OAuthConfiguration at most, and a
    /// ConnectivityCheck keeps nothing there.</cause>
    /// <remedy>List PartnerApplication or CertificateBinding. For everything that the servers hold, authorization servers and metadata endpoints
    /// included, write the import file:
    /// <code>pulumi-resource-partnertrust import-file --data .partnertrust/dev</code></remedy>
    public static Fault ListUnsupported(string token) => Unsupported(
        "PT1203", "",
        $"Resources of type {Quote(token)} cannot be listed.",
        "PartnerApplication or CertificateBinding.",
        "List another type.");

    /// <summary>The continuation token is not one of ours.</summary>
    /// <cause>A tool lists resources page by page, and the token that it sent for the next one is not as the plugin gave it out: it was cut off or
    /// changed on the way.</cause>
    /// <remedy>List again from the first page, for which no token is sent. If it happens again, report it to whoever makes the tool.</remedy>
    public static Fault ContinuationInvalid() => Input(
        "PT1204", "", "The continuation token cannot be read.", "a token of an earlier page.", "Start again with the first page.");

    /// <summary>A connectivity check cannot be imported, because no mailbox is configured to check with.</summary>
    /// <cause>Somebody imports a ConnectivityCheck. No server keeps anything of it from which its user could be read, and
    /// <c>partnertrust:mailboxes</c> is empty.</cause>
    /// <remedy>Declare a new check with a <c>sipUri</c> instead of importing it: the first update makes the call, and nothing is lost. To import it
    /// all the same, list a mailbox in the configuration first; the import takes the first one.</remedy>
    public static Fault CheckNotImportable(string id) => Input(
        "PT1205", "",
        $"The check {Quote(id)} cannot be read from any server, and no mailbox is configured for it.",
        "at least one configured mailbox, whose address the imported check uses.",
        "Declare a new ConnectivityCheck instead; a check keeps nothing on a server.");

    /// <summary>A command of the plugin was given an argument that it does not take, or was not given one that it needs.</summary>
    /// <cause>The command <c>import-file</c> was called with an option that it does not have, without the value of one, or with a word too many, such
    /// as a path with a blank that is not in quotes.</cause>
    /// <remedy>Name the data directory of the embedded servers, or the configuration of a stack with real ones. The file goes to the standard output:
    /// <code>pulumi-resource-partnertrust import-file --data .partnertrust/dev &gt; resources.json</code>
    /// <code>pulumi config --json &gt; config.json</code>
    /// <code>pulumi-resource-partnertrust import-file --config config.json &gt; resources.json</code></remedy>
    public static Fault ArgumentInvalid(string found) => Input(
        "PT1206", "", found, "import-file [--with-hybrid] [--stack <NAME>] [--data <DIRECTORY>] [--config <FILE>] [--cwd <DIRECTORY>].", "Correct the command line.");

    /// <summary>A published document is left out of the import file, because it cannot be imported by its URL.</summary>
    /// <cause>The server publishes its document at a URL whose host or port its entry does not have: a resource published it there before
    /// <c>metadataUrl</c> or <c>names</c> were changed. By such a URL an import would not find the server.</cause>
    /// <remedy>Set <c>metadataUrl</c> of the server to that URL, or list a host without a port of its own in <c>names</c>, and write the file again.
    /// If nothing is done, all else is in the file, and the stack simply does not manage that document.</remedy>
    public static Fault EndpointNotImportable(string server, string url) => Input(
        "PT1207", "",
        $"{Quote(url)}, at which {Quote(server)} publishes its document, is left out of the file.",
        "the server's configured metadataUrl, or a URL under its fqdn or one of its names.",
        "Set the server's metadataUrl to it in the configuration, then write the file again.") with
    {
        IsWarning = true,
    };

    /// <summary>A record of the hybrid with Microsoft 365 is left out of the import file.</summary>
    /// <cause>The server is part of a hybrid with Microsoft 365. Its wizard made this authorization server, or this partner application behind one,
    /// in the same place where those of the premises are.</cause>
    /// <seen>On Exchange such records have <c>UseAuthServer</c> true and no <c>AuthMetadataUrl</c>, and the authorization servers have URLs of
    /// Microsoft's clouds:
    /// <code>Get-PartnerApplication | Format-List Name, UseAuthServer, AuthMetadataUrl</code>
    /// <code>Get-AuthServer | Format-List Name, AuthMetadataUrl</code></seen>
    /// <remedy>Leave them out: the Hybrid Configuration Wizard goes on looking after them, and the stack does not touch them. Only if the stack is to
    /// be their owner from now on, list them too:
    /// <code>pulumi-resource-partnertrust import-file --config config.json --with-hybrid &gt; resources.json</code>
    /// <para>Taking them out of the program later then removes them from the server, and what relies on them in the hybrid stops.</para></remedy>
    public static Fault HybridLeftOut(string server, string name) => Input(
        "PT1208", "",
        $"{Quote(name)} on {Quote(server)} belongs to the hybrid with Microsoft 365 and is left out of the file.",
        "the records of the trust on the premises: the Hybrid Configuration Wizard looks after the others.",
        "Nothing is to be done. If the stack shall manage it all the same, list it with --with-hybrid.") with
    {
        IsWarning = true,
    };
}
