using System.CommandLine;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary><c>help COMMAND</c>: the same as <c>COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    public const string Name = "help";

    public static Command Of(Command about)
    {
        var words = new Argument<string[]>("COMMAND") { Description = "The command to be explained", Arity = ArgumentArity.ZeroOrMore };
        var help = new ExampledCommand(
            Name,
            "Show this help, or that of a command",
            ("help lab fault", "Explain a command of a group")) { words };
        help.SetAction(parsed => Show(about, parsed.InvocationConfiguration.Output, parsed.GetValue(words) ?? []));
        return help;
    }

    /// <summary>Writes the help of a command, or of the one below it that the words name.</summary>
    public static void Show(Command command, TextWriter output, params string[] words) =>
        command.Parse([.. words, "--help"]).Invoke(new InvocationConfiguration { Output = output });
}
