using Microsoft.Extensions.Logging;

namespace PartnerTrust.Plugin.Logging;

internal sealed class LineLogger(string category, LogLevel least, Action<string> write) : ILogger
{
    private readonly string category = LogEntry.OneLine(category);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var entry = state as LogEntry ?? new LogEntry(formatter(state, exception), exception?.ToString());
            write($"{logLevel,-11} {category}: {entry}");
        }
    }
}
