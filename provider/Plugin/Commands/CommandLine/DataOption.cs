using System.CommandLine;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary><c>--data DIRECTORY</c>: which data directory a command is about.</summary>
internal sealed class DataOption : Option<string>
{
    private const string Own = ".partnertrust";
    private const string Variable = "PARTNERTRUST_DATA";

    private readonly Func<string, string?> environment;

    public DataOption(Func<string, string?> environment)
        : base("--data")
    {
        this.environment = environment;
        HelpName = "DIRECTORY";
        Description = $"The embedded engine's data directory. Without it: {Variable}, or the only directory in {Own}";
        this.NeedsValue();
    }

    /// <summary>The directory that is asked for, that the environment names, or the only one in this project.</summary>
    public string DirectoryIn(ParseResult parsed)
    {
        if ((parsed.GetValue(this) ?? environment(Variable)) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        return OnlyOneIn(".") ?? Path.GetFullPath(Own);
    }

    /// <summary>The only data directory of a project; null where there is none, or more.</summary>
    /// <param name="directory">The project's.</param>
    public static string? OnlyOneIn(string directory)
    {
        var own = Path.GetFullPath(Path.Combine(directory, Own));
        return Directory.Exists(own) && Directory.GetDirectories(own) is [var only] ? only : null;
    }
}
