namespace PartnerTrust.Plugin.Sharing;

/// <summary>What processes left in a meeting place that were killed.</summary>
internal static class AbandonedSeats
{
    /// <summary>So that nobody loses a lock that is just being taken.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <summary>Deletes the old of them. Those whose lock is held are none.</summary>
    public static void Clear(string directory, DateTimeOffset now)
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*.lock"))
        {
            if (now - File.GetLastWriteTimeUtc(path) > Age)
            {
                Clear(path);
            }
        }
    }

    private static void Clear(string path)
    {
        try
        {
            using var hold = SeatLock.Take(path);
            foreach (var beside in new[] { ".card", ".contested", ".card.new" })
            {
                File.Delete(Path.ChangeExtension(path, null) + beside);
            }
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Somebody holds it, or clears it as well.
        }
    }
}
