using Microsoft.Extensions.Logging;

namespace PartnerTrust.Plugin.Logging;

/// <summary>A log that secrets do not reach: each message, and each exception with its stack, goes through <paramref name="hide"/> first.</summary>
internal sealed class DiscreetLoggerFactory(ILoggerFactory inner, Func<string, string> hide) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new DiscreetLogger(inner.CreateLogger(categoryName), hide);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    /// <summary>Whoever made the other log ends it.</summary>
    public void Dispose()
    {
    }

    private sealed class DiscreetLogger(ILogger inner, Func<string, string> hide) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var entry = new LogEntry(hide(formatter(state, exception)), exception is null ? null : hide(exception.ToString()));
                inner.Log(logLevel, eventId, entry, null, static (entry, _) => entry.ToString());
            }
        }
    }
}
