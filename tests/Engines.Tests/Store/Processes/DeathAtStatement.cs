using Microsoft.Extensions.Logging;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>Kills this process when the store is about to execute the statement of the given number.</summary>
internal sealed class DeathAtStatement(int last) : ILogger
{
    private int count;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Trace;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (++count == last)
        {
            System.Diagnostics.Process.GetCurrentProcess().Kill();
        }
    }
}
