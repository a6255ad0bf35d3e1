namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The plugin ran into an error that it has no number for.</summary>
    public static Fault Unexpected(string kind) => new(
        "PT8001", "",
        $"The plugin ran into an unexpected error ({kind}).",
        "no such error.",
        "Run it again with \"--logtostderr -v=9\" and report what the log says.");

    /// <summary>The operation was cancelled; part of it may have been done.</summary>
    public static Fault OperationCancelled() => Cancelled(
        "PT8002", "",
        "The operation was cancelled.",
        "an operation that runs to its end.",
        "Part of it may have been done: \"pulumi refresh\" shows what is there. Then run it again.");

    /// <summary>The operation did not finish within its timeout; part of it may have been done.</summary>
    public static Fault OperationTimedOut(TimeSpan timeout) => TimedOut(
        "PT8003", "",
        $"The operation did not finish within {Seconds(timeout)}.",
        "an operation that ends within its timeout.",
        "Part of it may have been done: \"pulumi refresh\" shows what is there. Then run it again, with longer customTimeouts on the resource if it needs them.");

    /// <summary>The package has no such resource.</summary>
    public static Fault ResourceUnknown(string token, string? suggestion) => Unsupported(
        "PT8004", "",
        $"There is no resource {Quote(token)}.",
        Probably(suggestion, "a resource of this package."),
        "Correct the type, or install the plugin version that has it.");

    /// <summary>A property value cannot be read from the wire.</summary>
    public static Fault ValueUnreadable(string property, string reason) => new(
        "PT8005", property,
        $"The value cannot be read: {reason}",
        "a property value as Pulumi defines it.",
        "Use versions of the plugin, the SDK and the pulumi program that fit together.");

    /// <summary>The package has no methods.</summary>
    public static Fault MethodUnknown(string token) => Unsupported(
        "PT8006", "",
        $"There is no method {Quote(token)}.",
        "no method call: the resources of this package have no methods.",
        "Use a function of the package.");

    /// <summary>The schema was asked for in a version that the plugin does not speak.</summary>
    public static Fault SchemaVersionUnsupported(int version) => new(
        "PT8007", "", $"Schema version {Number(version)} was asked for.", "version 0.", "Use a newer plugin.");

    /// <summary>The package takes no parameters.</summary>
    public static Fault NotParameterizable() => Unsupported(
        "PT8008", "", "Parameters were given.", "none: this package is not parameterized.", "Remove the parameters.");

    /// <summary>The resource exists, but a step after its creation did not succeed.</summary>
    public static Fault Incomplete(string id, string reason) => new(
        "PT8009", "",
        $"{Quote(id)} exists, but is not complete: {reason}",
        "a resource for which every step succeeded.",
        "Run \"pulumi up\" again; it continues from here.");

    /// <summary>The command line names no command.</summary>
    public static Fault CommandUnknown(string word, string expected) => new(
        "PT8010", "",
        word.Length == 0 ? "No command was given." : $"There is no command {Quote(word)}.",
        expected,
        "Correct the command line.");

    /// <summary>The command line gives a command too little, too much, or something that it cannot use.</summary>
    public static Fault CommandMisused(string found, string form) => new("PT8011", "", found, $"{form}.", "Correct the command line.");

    /// <summary>The <c>pulumi</c> CLI cannot be started.</summary>
    public static Fault CliMissing(string cli, string directory) => OfEngine(
        "PT8012", "",
        $"{Quote(cli)} could not be started in {Quote(directory)}.",
        "the pulumi CLI, and the directory of a project.",
        "Install the CLI, put it on the search path or name it with --pulumi, and run the command in the project's directory.");

    /// <summary>The <c>pulumi</c> CLI did not tell what it would do.</summary>
    public static Fault PreviewUnreadable(string cli, int exitCode) => OfEngine(
        "PT8013", "",
        $"{Quote(cli)} ended with {exitCode} and without the digest of a preview.",
        "what \"pulumi preview --json\" answers.",
        "See its messages above; run \"pulumi preview\" by itself until it succeeds.");
}
