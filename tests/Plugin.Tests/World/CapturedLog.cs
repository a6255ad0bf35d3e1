using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Plugin.Logging;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>A log as the plugin writes it.</summary>
internal sealed class CapturedLog(LogLevel least)
{
    private readonly ConcurrentQueue<string> lines = new();

    public ILoggerFactory Factory => new LineLoggerFactory(
        line => lines.Enqueue(Encoding.UTF8.GetString(line).TrimEnd('\n')), least, new FakeTimeProvider(PluginUnderTest.Beginning));

    /// <summary>Without the time.</summary>
    public IReadOnlyList<string> Lines => [.. lines.Select(line => line["08:00:00.000 ".Length..])];

    public string Text => string.Join('\n', lines);
}
