using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Explaining;
using PartnerTrust.Plugin.Commands.Importing;
using PartnerTrust.Plugin.Commands.Lab;
using PartnerTrust.Plugin.Commands.Planning;
using PartnerTrust.Plugin.Commands.Reporting;
using PartnerTrust.Plugin.Commands.Schemas;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;

namespace PartnerTrust.Plugin.Commands;

/// <summary>All that can be asked of the plugin on a command line.</summary>
internal static class CommandTree
{
    public const string Program = "pulumi-resource-partnertrust";

    private const string Purpose = """
        The Pulumi provider of the OAuth trust between Lync Server,
        Exchange Server and SharePoint Server.

        Pulumi starts it with its own address (HOST:PORT). Without any
        argument it writes its port and serves whoever attaches to it:
        PULUMI_DEBUG_PROVIDERS=partnertrust:PORT pulumi up
        """;

    private static readonly ImmutableArray<(string Typed, string Does)> Examples =
    [
        ("status --stack dev", "Tell whether the trust of a stack is well, and until when"),
        ("plan --stack prod", "Show what an update would run on real servers"),
        ("explain PT5025", "Tell what a message means and what to do"),
        ("help lab fault", "Explain a command"),
    ];

    public static RootCommand Of(CommandSurroundings around)
    {
        var root = new RootCommand(Purpose) { HelpName = Program };
        root.Options.Add(new Option<bool>(CommandSurroundings.NoColorOption)
        {
            Description = "Write without colours, as with the variable NO_COLOR",
            Recursive = true,
        });
        root.Options.Add(new Option<bool>("--schema")
        {
            Description = "Write the package's schema",
            Action = new AnswerAction(() => PackageSchema.BuiltIn.Text),
        });
        // As it was spelled once, and still is by habit.
        root.Options.Add(new HelpOption("-help") { Hidden = true });
        TellVersion(root.Options.OfType<VersionOption>().Single());
        root.Subcommands.Add(StatusCommand.Of(around));
        root.Subcommands.Add(WhenCommand.Of(around));
        root.Subcommands.Add(ReportCommand.Of(around));
        root.Subcommands.Add(PlanCommand.Of(around));
        root.Subcommands.Add(ExplainCommand.Of(around));
        root.Subcommands.Add(ImportFileCommand.Of(around));
        root.Subcommands.Add(LabCommand.Of(around));
        root.Subcommands.Add(SchemaCommand.Of());
        root.Subcommands.Add(CompletionCommand.Of(Program));
        root.Subcommands.Add(HelpCommand.Of(root));
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!, Program, Examples);
        }

        return root;
    }

    /// <summary>The version without the commit that build servers append, whatever else the command line holds.</summary>
    private static void TellVersion(VersionOption version)
    {
        version.Action = new AnswerAction(() => PluginVersion.Text + Environment.NewLine);
        version.Description = "Write the plugin's version";
        version.Validators.Clear();
    }
}
