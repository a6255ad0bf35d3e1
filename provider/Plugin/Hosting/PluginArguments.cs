using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>The command line that the engine gives a plugin. Flags come and go with engine versions, so those that are not known are
/// passed over, with a value behind them if an address follows.</summary>
/// <param name="EngineAddress">Where the engine is; null when the plugin is to be attached to.</param>
/// <param name="LogsToStandardError">Whether diagnostics are wanted on standard error.</param>
/// <param name="Verbosity">0 to 11, as the engine counts.</param>
internal sealed record PluginArguments(EngineAddress? EngineAddress, bool LogsToStandardError, int Verbosity)
{
    // Flags whose value follows as an argument of its own.
    private static readonly string[] WithValue = ["--tracing", "-tracing"];

    /// <summary>Fails for a word that is neither an address nor a command (PT8010).</summary>
    public static PluginArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new PluginArguments(null, LogsToStandardError: false, Verbosity: 0);
        string? stray = null;
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
            else
            {
                stray = IsValueOfUnknownFlag(arguments, at) ? stray ?? argument : throw Misused(argument);
            }
        }

        return stray is null || parsed.EngineAddress is not null ? parsed : throw Misused(stray);
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

    private static FaultException Misused(string word) => new(FaultCatalogue.CommandUnknown(word, CommandUsage.Nearest(word) is { } near
        ? $"\"{near}\", perhaps."
        : "a command, or the address of an engine such as 127.0.0.1:50051."));
}
