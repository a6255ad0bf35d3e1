namespace PartnerTrust.Plugin.Lab;

/// <summary>The words and options of a lab command: <c>--name value</c> or <c>--name=value</c>.</summary>
internal sealed class LabArguments
{
    private static readonly string[] Switches = ["off", "reset", "help"];

    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    public LabArguments(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(argument);
            }
            else if (argument.Split('=', 2) is [var name, var value])
            {
                options[name[2..]] = value;
            }
            else if (IsSwitch(argument[2..]))
            {
                options[argument[2..]] = "";
            }
            else
            {
                options[argument[2..]] = at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++at] : "";
            }
        }
    }

    /// <summary>The names of the options that are there.</summary>
    public IEnumerable<string> Options => options.Keys;

    /// <summary>Whether help is asked for instead of what the command does.</summary>
    public bool AsksForHelp => Has("help") || Command is "help" or "-h";

    public string Command => words.Count > 0 ? words[0] : "";

    /// <summary>Whether an option takes no value.</summary>
    public static bool IsSwitch(string option) => Switches.Contains(option);

    public string? Word(int position) => position < words.Count ? words[position] : null;

    public string? Option(string name) => options.GetValueOrDefault(name);

    /// <summary>The value of an option that <see cref="LabForm"/> has seen to be there.</summary>
    public string Needed(string name) => options[name];

    public bool Has(string name) => options.ContainsKey(name);

    /// <summary>The first argument that is no option of these names; null when there is none.</summary>
    public string? Unexpected(params string[] known) =>
        words.Concat(options.Keys.Except(known, StringComparer.Ordinal).Select(option => $"--{option}")).FirstOrDefault();

    /// <summary>The data directory that is asked for, that the environment names, or the only one in this project.</summary>
    public string DataDirectory(Func<string, string?> environment)
    {
        if ((Option("data") ?? environment("PARTNERTRUST_DATA")) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        const string Own = ".partnertrust";
        return Directory.Exists(Own) && Directory.GetDirectories(Own) is [var only] ? Path.GetFullPath(only) : Path.GetFullPath(Own);
    }
}
