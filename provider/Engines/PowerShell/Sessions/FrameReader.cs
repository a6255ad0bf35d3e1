using System.Buffers;
using System.Globalization;
using System.Text;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>Finds our lines in all that a shell writes: those that begin with the marker of this shell, which nothing that runs in it knows. All else
/// is noise, of which the end is kept for messages (powershell.md 3).</summary>
/// <param name="marker">32 hexadecimal digits.</param>
/// <param name="noise">Takes what is not ours.</param>
internal sealed class FrameReader(string marker, NoiseKeeper noise)
{
    private readonly byte[] prefix = Encoding.ASCII.GetBytes($"@{marker}:");
    private readonly ArrayBufferWriter<byte> line = new();
    private bool isNoise;

    /// <summary>The frames that are complete with these bytes, in order. Null stands for one that arrived damaged.</summary>
    public IEnumerable<string?> Read(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            Keep(end < 0 ? bytes.Span : bytes.Span[..end]);
            if (end < 0)
            {
                yield break;
            }

            bytes = bytes[(end + 1)..];
            if (!isNoise && IsFrame())
            {
                yield return Content();
            }
            else
            {
                noise.Add(line.WrittenSpan);
                noise.EndLine();
            }

            isNoise = false;
            line.ResetWrittenCount();
        }
    }

    /// <summary>A line that cannot become a frame any more is not gathered.</summary>
    private void Keep(ReadOnlySpan<byte> part)
    {
        if (!isNoise)
        {
            line.Write(part);
            isNoise = line.WrittenCount >= prefix.Length && !IsFrame();
            if (isNoise)
            {
                noise.Add(line.WrittenSpan);
                line.ResetWrittenCount();
            }
        }
        else
        {
            noise.Add(part);
        }
    }

    private bool IsFrame() => line.WrittenSpan.StartsWith(prefix);

    /// <summary>Between two halves of a long line another thread of the shell may have written something: its length tells.</summary>
    private string? Content()
    {
        var text = Encoding.ASCII.GetString(line.WrittenSpan[prefix.Length..]).TrimEnd('\r');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && text.Length == colon + 1 + length
            ? text[(colon + 1)..]
            : null;
    }
}
