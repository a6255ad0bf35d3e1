namespace PartnerTrust.Engines.Files;

/// <summary>A file that several processes add to at once. .NET appends where the end was when the file was opened, so that two that have it open
/// write over each other: here it is open for one addition, and to one process.</summary>
public static class SharedFile
{
    /// <summary>How long others may keep the file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How others may open it meanwhile. Unix locks only against those who ask, of whom readers are none; Windows lets them read.</summary>
    public static FileShare Share => OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;

    /// <summary>Adds to the end, once nobody else does.</summary>
    /// <param name="open">Opens the file for writing with <see cref="Share"/>, at its end or not.</param>
    /// <param name="addition">A whole line, say.</param>
    /// <exception cref="IOException">It cannot be opened or written, or others kept it for ten seconds.</exception>
    public static void Add(Func<FileStream> open, ReadOnlySpan<byte> addition)
    {
        using var file = OpenAlone(open);
        file.Seek(0, SeekOrigin.End);
        file.Write(addition);
    }

    private static FileStream OpenAlone(Func<FileStream> open)
    {
        FileStream? file = null;
        SpinWait.SpinUntil(() => TryOpen(open, out file), Patience);
        return file ?? open();
    }

    private static bool TryOpen(Func<FileStream> open, out FileStream? file)
    {
        try
        {
            file = open();
            return true;
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            file = null;
            return false;
        }
    }

    /// <summary>Whether another has it open: a sharing violation on Windows, EAGAIN on Linux and macOS.</summary>
    private static bool IsTaken(IOException refusal) => refusal.HResult is unchecked((int)0x80070020) or 11 or 35;
}
