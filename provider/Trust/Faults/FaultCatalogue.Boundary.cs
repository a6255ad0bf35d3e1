namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The plugin met an error that it has no number for.</summary>
    public static Fault Unexpected(string kind) => new(
        "PT8001", "", $"The plugin met an unexpected {kind}.", "none.", "Run again with \"--logtostderr -v=9\" and report what the log says.");

    /// <summary>The operation was cancelled; nothing of it was kept.</summary>
    public static Fault OperationCancelled() => new(
        "PT8002", "", "The operation was cancelled.", "time to finish.", "Run again; nothing of it was kept.");

    /// <summary>The operation did not finish within its timeout; nothing of it was kept.</summary>
    public static Fault OperationTimedOut(TimeSpan timeout) => new(
        "PT8003", "",
        $"The operation did not finish within {Seconds(timeout)}.",
        "an end within the timeout.",
        "Run again, or raise the resource's customTimeouts.");

    /// <summary>The package has no such resource.</summary>
    public static Fault ResourceUnknown(string token, string? suggestion) => new(
        "PT8004", "",
        $"There is no resource {Quote(token)}.",
        suggestion is null ? "a resource of this package." : $"{Quote(suggestion)}, perhaps.",
        "Correct the type, or install the plugin version that has it.");

    /// <summary>A property value cannot be read from the wire.</summary>
    public static Fault ValueUnreadable(string property, string reason) => new(
        "PT8005", property, $"The value cannot be read: {reason}", "a value that Pulumi defines.", "Use a plugin and an SDK that know the same values.");

    /// <summary>The package has no methods.</summary>
    public static Fault MethodUnknown(string token) => new(
        "PT8006", "", $"There is no method {Quote(token)}.", "no call: the resources of this package have no methods.", "Use a function of the package.");

    /// <summary>The schema was asked for in a version that the plugin does not speak.</summary>
    public static Fault SchemaVersionUnsupported(int version) => new(
        "PT8007", "", $"Schema version {Number(version)} was asked for.", "version 0.", "Use a newer plugin.");

    /// <summary>The package takes no parameters.</summary>
    public static Fault NotParameterizable() => new(
        "PT8008", "", "Parameters were given.", "none: this package is not parameterized.", "Remove the parameters.");

    /// <summary>The resource exists, but a step after its creation did not succeed.</summary>
    public static Fault Incomplete(string id, string reason) => new(
        "PT8009", "", $"{Quote(id)} exists, but is not complete: {reason}", "every step to succeed.", "Run \"pulumi up\" again; it goes on from here.");

    /// <summary>The command line names no command.</summary>
    public static Fault CommandUnknown(string word, string expected) => new(
        "PT8010", "", word.Length == 0 ? "No command was given." : $"There is no command {Quote(word)}.", expected, "Correct the command line.");

    /// <summary>The command line gives a command too little, too much, or what it cannot use.</summary>
    public static Fault CommandMisused(string found, string form) => new("PT8011", "", found, $"{form}.", "Correct the command line.");
}
