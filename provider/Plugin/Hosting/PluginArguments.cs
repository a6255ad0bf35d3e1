namespace PartnerTrust.Plugin.Hosting;

/// <summary>The command line that the engine gives a plugin. Flags come and go with engine versions, so those that are not known are
/// passed over, with a value behind them if an address follows. What it does not give is a command, which people type; the library that
/// reads commands is not loaded for the engine, which waits for the port.</summary>
/// <param name="EngineAddress">Where the engine is; null when the plugin is to be attached to.</param>
/// <param name="LogsToStandardError">Whether diagnostics are wanted on standard error.</param>
/// <param name="Verbosity">0 to 11, as the engine counts.</param>
internal sealed record PluginArguments(EngineAddress? EngineAddress, bool LogsToStandardError, int Verbosity)
{
    // Flags whose value follows as an argument of its own.
    private static readonly string[] WithValue = ["--tracing", "-tracing"];

    // Commands that look like flags.
    private static readonly string[] Commands = ["--version", "--schema", "--help", "-help", "-h"];

    /// <summary>Null for what is a command, or would be one: it begins with a flag that is a command, or has a word that is neither an
    /// address nor the value of a flag.</summary>
    public static PluginArguments? Of(IReadOnlyList<string> arguments)
    {
        if (arguments.Count > 0 && Commands.Contains(arguments[0]))
        {
            return null;
        }

        var parsed = new PluginArguments(null, LogsToStandardError: false, Verbosity: 0);
        var stray = false;
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (WithValue.Contains(argument))
            {
                at++;
            }
            else if (argument.StartsWith('-'))
            {
                parsed = parsed.With(argument.TrimStart('-'));
            }
            else if (Hosting.EngineAddress.Parse(argument) is { } address)
            {
                parsed = parsed with { EngineAddress = address };
            }
            else if (IsValueOfUnknownFlag(arguments, at))
            {
                stray = true;
            }
            else
            {
                return null;
            }
        }

        return stray && parsed.EngineAddress is null ? null : parsed;
    }

    private PluginArguments With(string flag)
    {
        if (flag.StartsWith("v=", StringComparison.Ordinal))
        {
            return this with { Verbosity = int.TryParse(flag[2..], out var verbosity) ? verbosity : 0 };
        }

        return flag is "logtostderr" or "logtostderr=true" ? this with { LogsToStandardError = true } : this;
    }

    private static bool IsValueOfUnknownFlag(IReadOnlyList<string> arguments, int at) =>
        at > 0 && arguments[at - 1].StartsWith('-') && !arguments[at - 1].Contains('=', StringComparison.Ordinal);
}
