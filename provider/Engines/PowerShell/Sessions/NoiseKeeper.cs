using System.Text;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>Keeps the end of what a shell writes beside its answers, for the message that tells why it failed.</summary>
internal sealed class NoiseKeeper
{
    private const int Most = 64 * 1024;

    private readonly Lock gate = new();
    private readonly List<byte> bytes = [];

    /// <summary>The last lines, in one; empty where there was nothing.</summary>
    public string LastLines
    {
        get
        {
            lock (gate)
            {
                var text = AnsiSequences.Remove(Encoding.UTF8.GetString([.. bytes]));
                var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return string.Join(" ", lines.TakeLast(6));
            }
        }
    }

    public void Add(ReadOnlySpan<byte> part)
    {
        lock (gate)
        {
            bytes.AddRange(part);
            if (bytes.Count > Most)
            {
                bytes.RemoveRange(0, bytes.Count - Most);
            }
        }
    }

    public void EndLine() => Add("\n"u8);
}
