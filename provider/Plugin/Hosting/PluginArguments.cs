namespace PartnerTrust.Plugin.Hosting;

/// <summary>The command line that the engine gives a plugin. Read tolerantly: flags come and go with engine versions.</summary>
/// <param name="EngineAddress"><c>host:port</c> of the engine; null when the plugin is to be attached to.</param>
/// <param name="LogsToStandardError">Whether diagnostics are wanted on standard error.</param>
/// <param name="Verbosity">0 to 11, as the engine counts.</param>
internal sealed record PluginArguments(string? EngineAddress, bool LogsToStandardError, int Verbosity)
{
    // Flags whose value follows as an argument of its own.
    private static readonly string[] WithValue = ["--tracing", "-tracing"];

    public static PluginArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new PluginArguments(null, LogsToStandardError: false, Verbosity: 0);
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (WithValue.Contains(argument))
            {
                at++;
            }
            else if (!argument.StartsWith('-'))
            {
                parsed = parsed with { EngineAddress = argument };
            }
            else if (argument.TrimStart('-') is var flag && flag.StartsWith("v=", StringComparison.Ordinal))
            {
                parsed = parsed with { Verbosity = int.TryParse(flag[2..], out var verbosity) ? verbosity : 0 };
            }
            else if (flag is "logtostderr" or "logtostderr=true")
            {
                parsed = parsed with { LogsToStandardError = true };
            }
        }

        return parsed;
    }
}
