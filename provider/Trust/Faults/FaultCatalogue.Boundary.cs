namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The plugin ran into an error that it has no number for.</summary>
    /// <cause>The plugin met something that it was not made for. That is a fault of the plugin; what was under way may or may not have been
    /// done.</cause>
    /// <remedy>Look what is there, then try again:
    /// <code>pulumi up --refresh</code>
    /// <para>If it comes again, write a log and report it:</para>
    /// <code>pulumi up --logtostderr -v=9 2&gt; plugin.log</code>
    /// <para>Pulumi's own log at that level may hold secrets of the stack: look through it before you pass it on.</para></remedy>
    public static Fault Unexpected(string kind) => new(
        "PT8001", "",
        $"The plugin ran into an unexpected error ({kind}).",
        "no such error.",
        "Run it again with \"--logtostderr -v=9\" and report what the log says.");

    /// <summary>The operation was cancelled; part of it may have been done.</summary>
    /// <cause>Somebody pressed Ctrl+C, or a pipeline was stopped, while the operation ran.</cause>
    /// <remedy>Let the stack look at what was done, and go on from there:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault OperationCancelled() => Cancelled(
        "PT8002", "",
        "The operation was cancelled.",
        "an operation that runs to its end.",
        "Part of it may have been done: \"pulumi refresh\" shows what is there. Then run it again.");

    /// <summary>The operation did not finish within its timeout; part of it may have been done.</summary>
    /// <cause>The resource has a timeout (<c>customTimeouts</c>) that is shorter than what it does takes, or a server does not answer. A
    /// ConnectivityCheck and a restart of services take longest.</cause>
    /// <remedy>Give the resource longer in the program, for example <c>CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(20) }</c>
    /// in its options, then
    /// <code>pulumi up --refresh</code>
    /// <para>If it takes the longer time as well, see which server it waits for: the status line of the resource names it.</para></remedy>
    public static Fault OperationTimedOut(TimeSpan timeout) => TimedOut(
        "PT8003", "",
        $"The operation did not finish within {Seconds(timeout)}.",
        "an operation that ends within its timeout.",
        "Part of it may have been done: \"pulumi refresh\" shows what is there. Then run it again, with longer customTimeouts on the resource if it needs them.");

    /// <summary>The package has no such resource.</summary>
    /// <cause>The program asks for a type that the plugin does not have: it is misspelled, as a YAML program can have it, or the SDK is newer than
    /// the plugin.</cause>
    /// <remedy>Correct the type; a near one stands in the message. Otherwise install the plugin in the version of the SDK. This tells what a plugin
    /// is and has:
    /// <code>
    /// pulumi-resource-partnertrust --version
    /// pulumi-resource-partnertrust --schema
    /// </code></remedy>
    public static Fault ResourceUnknown(string token, string? suggestion) => Unsupported(
        "PT8004", "",
        $"There is no resource {Quote(token)}.",
        Probably(suggestion, "a resource of this package."),
        "Correct the type, or install the plugin version that has it.");

    /// <summary>A property value cannot be read from the wire.</summary>
    /// <cause>The engine, the SDK or a program that speaks to the plugin itself sent a value in a form that this version does not know.</cause>
    /// <remedy>Bring the <c>pulumi</c> CLI, the SDK and the plugin to versions of one time. If they are, report it with the property that the message
    /// names.</remedy>
    public static Fault ValueUnreadable(string property, string reason) => new(
        "PT8005", property,
        $"The value cannot be read: {reason}",
        "a property value as Pulumi defines it.",
        "Use versions of the plugin, the SDK and the pulumi program that fit together.");

    /// <summary>The package has no methods.</summary>
    /// <cause>The program calls a method of a resource, as other packages have them. This one has none.</cause>
    /// <remedy>Use one of its functions: <c>getAuthMetadata</c>, <c>getPartnerApplications</c>, <c>getCertificateBinding</c>, <c>explainTrust</c> or
    /// <c>planRollover</c>.</remedy>
    public static Fault MethodUnknown(string token) => Unsupported(
        "PT8006", "",
        $"There is no method {Quote(token)}.",
        "no method call: the resources of this package have no methods.",
        "Use a function of the package.");

    /// <summary>The schema was asked for in a version that the plugin does not speak.</summary>
    /// <cause>A newer <c>pulumi</c> CLI or SDK generator asked for the package's schema in a form that this plugin does not write.</cause>
    /// <remedy>Install a newer version of the plugin.</remedy>
    public static Fault SchemaVersionUnsupported(int version) => new(
        "PT8007", "", $"Schema version {Number(version)} was asked for.", "version 0.", "Use a newer plugin.");

    /// <summary>The package takes no parameters.</summary>
    /// <cause>Parameters stand behind the package, as in <c>pulumi package add partnertrust something</c>, which other packages take to say what they
    /// are made from.</cause>
    /// <remedy>Leave them out. What the provider is to know stands in the stack's configuration.</remedy>
    public static Fault NotParameterizable() => Unsupported(
        "PT8008", "", "Parameters were given.", "none: this package is not parameterized.", "Remove the parameters.");

    /// <summary>The resource exists, but a step after its creation did not succeed.</summary>
    /// <cause>The resource was made, and what comes after it was not done: a ConnectivityCheck failed without a number of its own, or a restart of
    /// services was cut off. The stack remembers the resource as incomplete.</cause>
    /// <remedy>See why, in the message. Then
    /// <code>pulumi up</code>
    /// <para>A check is made again, and a record is written again with its restart. A check that may fail without stopping the update has
    /// <c>onFailure: warn</c>.</para></remedy>
    public static Fault Incomplete(string id, string reason) => new(
        "PT8009", "",
        $"{Quote(id)} exists, but is not complete: {reason}",
        "a resource for which every step succeeded.",
        "Run \"pulumi up\" again; it continues from here.");

    /// <summary>The command line names no command.</summary>
    /// <cause>The first word after <c>pulumi-resource-partnertrust</c> is no command, is misspelled, or is one of <c>lab</c> without that word before
    /// it.</cause>
    /// <remedy>Take the one that the message suggests, or list them:
    /// <code>pulumi-resource-partnertrust help</code></remedy>
    public static Fault CommandUnknown(string word, string expected) => new(
        "PT8010", "",
        word.Length == 0 ? "No command was given." : $"There is no command {Quote(word)}.",
        expected,
        "Correct the command line.");

    /// <summary>The command line gives a command too little, too much, or something that it cannot use.</summary>
    /// <cause>An option is missing, misspelled or has a value that it does not take. Of commands that read a stack: there is no stack of that name in
    /// the project, several without one being named, or no project at all.</cause>
    /// <remedy>The message ends with the form that the command takes. What each option means is told by
    /// <code>pulumi-resource-partnertrust help lab roll</code></remedy>
    public static Fault CommandMisused(string found, string form) => new("PT8011", "", found, $"{form}.", "Correct the command line.");

    /// <summary>The <c>pulumi</c> CLI cannot be started.</summary>
    /// <cause>The command asks the <c>pulumi</c> CLI, and there is none on the search path, or the directory after <c>--cwd</c> does not
    /// exist.</cause>
    /// <remedy>Install the CLI, or name it:
    /// <code>pulumi-resource-partnertrust plan --pulumi "C:\tools\pulumi\bin\pulumi.exe" --cwd C:\stacks\trust</code></remedy>
    public static Fault CliMissing(string cli, string directory) => OfEngine(
        "PT8012", "",
        $"{Quote(cli)} could not be started in {Quote(directory)}.",
        "the pulumi CLI, and the directory of a project.",
        "Install the CLI, put it on the search path or name it with --pulumi, and run the command in the project's directory.");

    /// <summary>The <c>pulumi</c> CLI did not tell what it would do.</summary>
    /// <cause>The CLI ended before it told what an update would do: it is not signed in to its backend, has no passphrase for the stack's secrets,
    /// the program does not build, or no stack is selected. Its own messages stand above this one.</cause>
    /// <remedy>Make this succeed first, in the same directory and with the same environment; nobody is asked anything:
    /// <code>pulumi preview --non-interactive</code></remedy>
    public static Fault PreviewUnreadable(string cli, int exitCode) => OfEngine(
        "PT8013", "",
        $"{Quote(cli)} ended with {exitCode} and without the digest of a preview.",
        "what \"pulumi preview --json\" answers.",
        "See its messages above; run \"pulumi preview\" by itself until it succeeds.");
}
