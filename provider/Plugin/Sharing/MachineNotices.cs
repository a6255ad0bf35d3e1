namespace PartnerTrust.Plugin.Sharing;

/// <summary>For processes of one machine: each writes a file of its own, line by line, which goes with it.</summary>
/// <param name="directory">The folder of the meeting place.</param>
/// <param name="key">The meeting.</param>
internal sealed class MachineNotices(string directory, string key) : INoticeBoard
{
    private const string Ending = ".notices";
    private const char Separator = '\t';

    private readonly Lock gate = new();
    private StreamWriter? own;

    public void Post(string topic, string text)
    {
        try
        {
            lock (gate)
            {
                own ??= Begin();
                own.Write($"{topic}{Separator}{text}\n");
                own.Flush();
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Each session then knows its own part, as those of different machines do.
        }
    }

    public string? Find(string topic)
    {
        try
        {
            return Directory.EnumerateFiles(directory, $"{key}.*{Ending}")
                .Select(path => FindIn(path, topic))
                .FirstOrDefault(text => text is not null);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            own?.Dispose();
            own = null;
        }
    }

    /// <summary>Deletes those of killed processes that were written before then. Those that a process still holds are none.</summary>
    public static void ClearAbandoned(string directory, DateTimeOffset before)
    {
        foreach (var path in Directory.EnumerateFiles(directory, $"*{Ending}").Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            try
            {
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // Its process lives, or somebody clears it as well.
            }
        }
    }

    /// <summary>Null also for a file that has gone with its process meanwhile. A line that is not written to its end yet says nothing.</summary>
    private static string? FindIn(string path, string topic)
    {
        try
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return file.ReadToEnd().Split('\n').SkipLast(1)
                .Select(line => line.Split(Separator, 2))
                .LastOrDefault(line => line is [var said, _] && said.Equals(topic, StringComparison.OrdinalIgnoreCase))?[1];
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private StreamWriter Begin()
    {
        MeetingFolder.Make(directory);
        var path = Path.Combine(directory, $"{key}.{Guid.NewGuid():N}{Ending}");
        return new StreamWriter(
            new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, 1, FileOptions.DeleteOnClose));
    }
}
