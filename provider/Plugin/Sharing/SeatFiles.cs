namespace PartnerTrust.Plugin.Sharing;

/// <summary>The files of one meeting: a lock that goes with the process that has the first seat, the card on which that one says where it listens,
/// and the mark of one who plans otherwise.</summary>
internal sealed class SeatFiles(string directory, string key)
{
    private const string LockEnding = ".lock";

    public string Card => PathOf(".card");

    public string Mark => PathOf(".contested");

    /// <summary>A card that is not written to its end.</summary>
    public string NewCard => PathOf(".card.new");

    /// <summary>When the first seat was taken.</summary>
    public DateTimeOffset Taken => File.GetLastWriteTimeUtc(Lock);

    private string Lock => PathOf(LockEnding);

    /// <summary>All meetings of which there is a lock, held or not.</summary>
    public static IEnumerable<SeatFiles> In(string directory) =>
        Directory.EnumerateFiles(directory, "*" + LockEnding).Select(path => new SeatFiles(directory, Path.GetFileNameWithoutExtension(path)));

    /// <exception cref="IOException">Another has it.</exception>
    public FileStream TakeLock() =>
        new(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    /// <summary>Deletes what lies beside the lock, which goes when it is let go.</summary>
    public void Clear()
    {
        File.Delete(Card);
        File.Delete(NewCard);
        File.Delete(Mark);
    }

    private string PathOf(string ending) => Path.Combine(directory, key + ending);
}
