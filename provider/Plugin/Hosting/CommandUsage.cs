using PartnerTrust.Plugin.Checking;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>What can be asked of the plugin on a command line.</summary>
internal static class CommandUsage
{
    public const string Program = "pulumi-resource-partnertrust";

    public const string Text = $"""
        Usage: {Program} COMMAND
          lab COMMAND            work on the servers that the embedded engine plays; "lab help" shows how
          import-file            write the file that "pulumi import --file" takes, from what the servers hold
          --schema               write the package's schema
          --version              write the plugin's version
          help                   write this

        The engine starts the plugin with its address (HOST:PORT) instead. Without any argument the plugin
        writes its port and serves whoever attaches to it: PULUMI_DEBUG_PROVIDERS=partnertrust:PORT pulumi up
        """;

    private static readonly string[] Commands = ["lab", "import-file", "help", "--schema", "--version"];

    public static bool IsHelp(string argument) => argument is "help" or "--help" or "-help" or "-h";

    /// <summary>The command that was meant, or null when none is near: those of the lab are often typed without it.</summary>
    public static string? Nearest(string word) =>
        Lab.LabForm.All.Any(form => form.Name == word) ? $"lab {word}" : Suggestion.For(word, Commands);
}
