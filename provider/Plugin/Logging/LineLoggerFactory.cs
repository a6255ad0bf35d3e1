using System.Text;
using Microsoft.Extensions.Logging;

namespace PartnerTrust.Plugin.Logging;

/// <summary>Diagnostics as lines of text on standard error or in a file, never on standard output, which belongs to the port line. A line that
/// cannot be written is lost: a log does not end what it tells of.</summary>
/// <param name="add">Adds lines where they belong.</param>
/// <param name="least">What is not told is less than this.</param>
/// <param name="time">By which the lines are dated.</param>
internal sealed class LineLoggerFactory(Action<byte[]> add, LogLevel least, TimeProvider time) : ILoggerFactory
{
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) =>
        new LineLogger(categoryName[(categoryName.LastIndexOf('.') + 1)..], LeastOf(categoryName), Write);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    /// <summary>Every byte that the web server moves would be told otherwise, ten lines for one of ours.</summary>
    private LogLevel LeastOf(string category) =>
        least < LogLevel.Warning && category.StartsWith("Microsoft.", StringComparison.Ordinal) ? LogLevel.Warning : least;

    private void Write(string text)
    {
        var line = Encoding.UTF8.GetBytes($"{time.GetUtcNow():HH:mm:ss.fff} {text}\n");
        try
        {
            lock (gate)
            {
                add(line);
            }
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
        }
    }
}
