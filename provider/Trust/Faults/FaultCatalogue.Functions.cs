namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The id does not have the form that the resource imports by.</summary>
    public static Fault ImportIdInvalid(string id, string form) => new(
        "PT1201", "", $"The id is {Quote(id)}.", $"{form}.", "Import by that form.");

    /// <summary>The package has no such function.</summary>
    public static Fault FunctionUnknown(string token, string? suggestion) => new(
        "PT1202", "",
        $"There is no function {Quote(token)}.",
        suggestion is null ? "a function of this package." : $"{Quote(suggestion)}, perhaps.",
        "Correct the token.");

    /// <summary>Resources of this type cannot be listed.</summary>
    public static Fault ListUnsupported(string token) => new(
        "PT1203", "", $"Resources of type {Quote(token)} cannot be listed.", "PartnerApplication or CertificateBinding.", "List another type.");

    /// <summary>The continuation token is not one of ours.</summary>
    public static Fault ContinuationInvalid() => new(
        "PT1204", "", "The continuation token cannot be read.", "a token of an earlier page.", "Begin with the first page.");

    /// <summary>A connectivity check cannot be imported, because no mailbox is configured to check with.</summary>
    public static Fault CheckNotImportable(string id) => new(
        "PT1205", "",
        $"Nothing but its inputs is known of the check {Quote(id)}, and no mailbox is configured.",
        "a configured mailbox, whose address the imported check takes.",
        "Declare a new ConnectivityCheck instead; it has no state of its own.");

    /// <summary>A command of the plugin was given an argument that it does not take, or not the one that it needs.</summary>
    public static Fault ArgumentInvalid(string found) => new(
        "PT1206", "", found, "import-file [--data <DIRECTORY>].", "Correct the command line.");

    /// <summary>A published document is left out of the import file, because it cannot be imported by its URL.</summary>
    public static Fault EndpointNotImportable(string server, string url) => new(
        "PT1207", "",
        $"{Quote(url)}, where {Quote(server)} publishes, is left out of the file.",
        "the server's configured metadataUrl, or a URL under its fqdn.",
        "Configure the metadataUrl, then import it.")
    {
        IsWarning = true,
    };
}
