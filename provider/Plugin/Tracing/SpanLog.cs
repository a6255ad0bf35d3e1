using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PartnerTrust.Plugin.Tracing;

/// <summary>Spans as lines of the log: calls as information, faults as warnings, all else for who looks for a fault.</summary>
internal sealed class SpanLog
{
    private readonly Func<string, string> hide;
    private readonly Dictionary<string, ILogger> logs;

    private SpanLog(ILoggerFactory logs, Func<string, string> hide)
    {
        this.hide = hide;
        this.logs = SpanLine.Kinds.ToDictionary(kind => kind, logs.CreateLogger, StringComparer.Ordinal);
    }

    /// <summary>Null where nothing would be written.</summary>
    public static SpanLog? Open(ILoggerFactory logs, Func<string, string> hide)
    {
        var log = new SpanLog(logs, hide);
        return log.logs.Values.Any(kind => kind.IsEnabled(LogLevel.Information)) ? log : null;
    }

    public void Write(Activity span)
    {
        var level = LevelOf(span);
        if (logs.TryGetValue(span.OperationName, out var log) && log.IsEnabled(level))
        {
            log.Log(level, default, hide(SpanLine.Of(span)), null, static (line, _) => line);
        }
    }

    private static LogLevel LevelOf(Activity span) => span.OperationName switch
    {
        SpanLine.Fault => LogLevel.Warning,
        SpanLine.Rpc => LogLevel.Information,
        _ => LogLevel.Debug,
    };
}
