using System.Text;
using Microsoft.Extensions.Logging;

namespace PartnerTrust.Plugin.Logging;

/// <summary>Diagnostics as lines of text on a stream: standard error or a file, never standard output, which belongs to the port line.</summary>
internal sealed class StreamLoggerFactory(Stream stream, LogLevel least, TimeProvider time) : ILoggerFactory
{
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => new StreamLogger(categoryName[(categoryName.LastIndexOf('.') + 1)..], least, Write);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose() => stream.Dispose();

    private void Write(string text)
    {
        var line = Encoding.UTF8.GetBytes($"{time.GetUtcNow():HH:mm:ss.fff} {text}\n");
        lock (gate)
        {
            stream.Write(line);
            stream.Flush();
        }
    }
}
