namespace PartnerTrust.Plugin.Sharing;

/// <summary>What processes left in a meeting place that were killed.</summary>
internal static class AbandonedSeats
{
    /// <summary>So that nobody loses a lock that is just being taken.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <summary>Deletes the old of them. Those whose lock is held are none.</summary>
    public static void Clear(string directory, DateTimeOffset now)
    {
        foreach (var files in SeatFiles.In(directory).Where(files => now - files.Taken > Age))
        {
            Clear(files);
        }

        MachineNotices.ClearAbandoned(directory, now - Age);
    }

    private static void Clear(SeatFiles files)
    {
        try
        {
            using var hold = files.TakeLock();
            files.Clear();
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Somebody holds it, or clears it as well.
        }
    }
}
