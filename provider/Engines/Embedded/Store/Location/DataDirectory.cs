using PartnerTrust.Engines.Files;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Location;

/// <summary>
/// What a directory that holds a store must be before anything in it is opened, as ssh asks of the places where keys lie: its own files are
/// regular files of sane size, they and the directory belong to this user or to root, and nobody else can write to them. Links are followed,
/// and what they lead to must be so. Who can read is not asked here: that is put right when the store opens. Parents are not looked at.
/// </summary>
public static class DataDirectory
{
    internal const int LongestKeyFile = 64 * 1024;
    internal const int LongestClock = 4 * 1024;

    /// <summary>Why no store may be opened in the directory; null where nothing is against it, also while there is no such directory. Makes
    /// and opens nothing.</summary>
    public static Fault? Examine(string directory)
    {
        var location = new StoreLocation(directory);
        try
        {
            return Examine(location, FileStatus.Of(location.Directory));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            return FaultCatalogue.DataDirectoryUnusable(location.Directory, failure.Message);
        }
    }

    private static Fault? Examine(StoreLocation location, FileStatus status) => status.Kind switch
    {
        FileKind.Absent => null,
        FileKind.Directory => FileSafety.ForeignOwner(location.Directory, status) ?? ExamineWriters(location, status) ?? ExamineFiles(location),
        _ => FaultCatalogue.DataDirectoryUnusable(location.Directory, $"it is {UnfitFileException.Describe(status.Kind)}"),
    };

    /// <summary>Why no store could be made in the directory or written to; null where nothing is against it. Makes nothing: of a directory that
    /// is not there, the nearest one above it is looked at.</summary>
    public static Fault? ExamineAccess(string directory)
    {
        var place = new StoreLocation(directory).Directory;
        var nearest = place;
        while (FileStatus.Of(nearest).Kind == FileKind.Absent && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        return FileStatus.Of(nearest).Kind is var kind && kind != FileKind.Directory
            ? FaultCatalogue.DataDirectoryUnusable(place, $"{nearest} is {UnfitFileException.Describe(kind)}")
            : OperatingSystem.IsWindows() || UnixFile.MayWriteInto(nearest) ? null
            : FaultCatalogue.DataDirectoryUnusable(place, $"{nearest} cannot be written to");
    }

    /// <summary>Whether a store lies there, sound or not.</summary>
    public static bool HoldsStore(string directory) => new StoreLocation(directory).Exists;

    // While it holds no store, nobody can have changed one: it is closed when the store is made.
    private static Fault? ExamineWriters(StoreLocation location, FileStatus status) =>
        location.Exists ? FileSafety.OtherWriters(location.Directory, status) : null;

    private static Fault? ExamineFiles(StoreLocation location) => FilesOf(location)
        .Select(file => ExamineFile(file.Path, file.Largest))
        .FirstOrDefault(fault => fault is not null);

    private static IEnumerable<(string Path, long Largest)> FilesOf(StoreLocation location) =>
    [
        (location.Database, long.MaxValue),
        (location.Database + "-wal", long.MaxValue),
        (location.Database + "-shm", long.MaxValue),
        (location.Database + "-journal", long.MaxValue),
        (location.KeyFile, LongestKeyFile),
        (location.NextKeyFile, LongestKeyFile),
        (location.Clock, LongestClock),
    ];

    private static Fault? ExamineFile(string path, long largest)
    {
        var status = FileStatus.Of(path);
        return status.Kind switch
        {
            // Another process may be making it just now.
            FileKind.Absent when FileStatus.OfLink(path).Kind != FileKind.Link => null,
            not FileKind.Regular => FaultCatalogue.StoreFileNotRegular(path, UnfitFileException.Describe(status.Kind)),
            _ when status.Size > largest => FaultCatalogue.StoreFileTooLarge(path, status.Size, largest),
            _ => FileSafety.OtherWriters(path, status) ?? FileSafety.ForeignOwner(path, status),
        };
    }
}
