using System.Diagnostics;
using System.Globalization;

namespace PartnerTrust.Soak;

/// <summary>What went over one connection, and when.</summary>
internal sealed class FrameRecord
{
    private readonly Lock gate = new();
    private readonly List<(TimeSpan At, string Event)> events = [];
    private readonly long start = Stopwatch.GetTimestamp();

    public void Sent(Frame frame) => Add($"-> {frame}");

    public void Received(Frame frame) => Add($"<- {frame}");

    public void Note(string text) => Add($"   {text}");

    public override string ToString()
    {
        lock (gate)
        {
            return string.Join(
                '\n', events.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.At.TotalMilliseconds,10:0.000} {entry.Event}")));
        }
    }

    private void Add(string text)
    {
        lock (gate)
        {
            events.Add((Stopwatch.GetElapsedTime(start), text));
        }
    }
}
