namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The id does not have the form by which the resource is imported.</summary>
    public static Fault ImportIdInvalid(string id, string form) => Input(
        "PT1201", "", $"The id is {Quote(id)}.", $"{form}.", "Import the resource by an id of that form.");

    /// <summary>The package has no such function.</summary>
    public static Fault FunctionUnknown(string token, string? suggestion) => Input(
        "PT1202", "",
        $"There is no function {Quote(token)}.",
        Probably(suggestion, "a function of this package."),
        "Correct the token.");

    /// <summary>Resources of this type cannot be listed.</summary>
    public static Fault ListUnsupported(string token) => Unsupported(
        "PT1203", "",
        $"Resources of type {Quote(token)} cannot be listed.",
        "PartnerApplication or CertificateBinding.",
        "List another type.");

    /// <summary>The continuation token is not one of ours.</summary>
    public static Fault ContinuationInvalid() => Input(
        "PT1204", "", "The continuation token cannot be read.", "a token of an earlier page.", "Start again with the first page.");

    /// <summary>A connectivity check cannot be imported, because no mailbox is configured to check with.</summary>
    public static Fault CheckNotImportable(string id) => Input(
        "PT1205", "",
        $"The check {Quote(id)} cannot be read from any server, and no mailbox is configured for it.",
        "at least one configured mailbox, whose address the imported check uses.",
        "Declare a new ConnectivityCheck instead; a check keeps nothing on a server.");

    /// <summary>A command of the plugin was given an argument that it does not take, or was not given one that it needs.</summary>
    public static Fault ArgumentInvalid(string found) => Input(
        "PT1206", "", found, "import-file [--data <DIRECTORY>] [--config <FILE>] [--with-hybrid].", "Correct the command line.");

    /// <summary>A published document is left out of the import file, because it cannot be imported by its URL.</summary>
    public static Fault EndpointNotImportable(string server, string url) => Input(
        "PT1207", "",
        $"{Quote(url)}, at which {Quote(server)} publishes its document, is left out of the file.",
        "the server's configured metadataUrl, or a URL under its fqdn.",
        "Set the server's metadataUrl to it in the configuration, then import the endpoint.") with
    {
        IsWarning = true,
    };

    /// <summary>A record of the hybrid with Microsoft 365 is left out of the import file.</summary>
    public static Fault HybridLeftOut(string server, string name) => Input(
        "PT1208", "",
        $"{Quote(name)} on {Quote(server)} belongs to the hybrid with Microsoft 365 and is left out of the file.",
        "the records of the trust on the premises: the Hybrid Configuration Wizard looks after the others.",
        "Nothing is to be done. If the stack shall manage it all the same, list it with --with-hybrid.") with
    {
        IsWarning = true,
    };
}
