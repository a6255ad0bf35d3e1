using PartnerTrust.Engines.Files;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Location;

/// <summary>The data directory and the files in it. Only the user who made them may read them: they hold private keys.</summary>
internal sealed class StoreLocation(string directory)
{
    public string Directory { get; } = Path.GetFullPath(directory);

    public string Database => Path.Combine(Directory, "partnertrust.db");

    public string KeyFile => Path.Combine(Directory, "partnertrust.key");

    /// <summary>A key file that a change of keys has written and not yet put in the place of the old one.</summary>
    public string NextKeyFile => KeyFile + ".new";

    /// <summary>How far the emulated servers' clock is ahead; absent where it is the machine's.</summary>
    public string Clock => Path.Combine(Directory, "partnertrust.clock");

    /// <summary>Locked while a connectivity check runs.</summary>
    public string CheckLock(Guid check) => Path.Combine(Directory, $"check-{check:N}.lock");

    /// <summary>Whether anything lies where the database is, sound or not.</summary>
    public bool Exists => FileStatus.OfLink(Database).Kind != FileKind.Absent;

    /// <summary>Refuses a directory in which no store may be opened, before anything is.</summary>
    public void Require()
    {
        if (DataDirectory.Examine(Directory) is { } fault)
        {
            throw new FaultException(fault);
        }
    }

    /// <summary>Makes the directory and an empty database file where they are missing, so that SQLite inherits the file's mode for
    /// its journal and never makes a file that others can read.</summary>
    public void Create()
    {
        Require();
        Guard(() =>
        {
            CreateDirectory();
            if (!Exists)
            {
                CreateFile(Database).Dispose();
            }

            // A copy that was put back may have lost what its files were closed by.
            OwnFile.Close(Database, FileKind.Regular);
            OwnFile.Close(KeyFile, FileKind.Regular);
            IgnoreInVersionControl();
            return true;
        });
    }

    /// <summary>What the file system refuses becomes a fault about the directory.</summary>
    public T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultCatalogue.DataDirectoryUnusable(Directory, failure.Message), failure);
        }
    }

    /// <summary>Opens the file for writing, made with the owner's rights alone when it was not there.</summary>
    public static FileStream CreateFile(string path, FileMode mode = FileMode.OpenOrCreate) =>
        OpenFile(path, mode, FileShare.ReadWrite | FileShare.Delete, FileOptions.None);

    /// <summary>The same, with others kept out of it or not. What is no regular file is not opened: a pipe would be waited for.</summary>
    public static FileStream OpenFile(string path, FileMode mode, FileShare share, FileOptions behaviour)
    {
        if (FileStatus.Of(path).Kind is not (FileKind.Regular or FileKind.Absent) and var kind)
        {
            throw new UnfitFileException(kind);
        }

        return OwnFile.Open(path, mode, share, behaviour);
    }

    private void CreateDirectory()
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            OwnFile.MakeDirectory(Directory);
            return;
        }

        CloseDirectory();
    }

    /// <summary>A directory that holds other things stays open to readers, as its owner wanted it.</summary>
    private void CloseDirectory()
    {
        if (IsOurs())
        {
            OwnFile.Close(Directory, FileKind.Directory);
        }
        else
        {
            OwnFile.CloseToWriters(Directory);
        }

        if (FileSafety.OtherWriters(Directory, FileStatus.Of(Directory)) is { } fault)
        {
            throw new FaultException(fault);
        }
    }

    private bool IsOurs() => Exists || !System.IO.Directory.EnumerateFileSystemEntries(Directory).Any();

    private void IgnoreInVersionControl()
    {
        var path = Path.Combine(Directory, ".gitignore");
        if (!File.Exists(path))
        {
            using var file = CreateFile(path);
            file.Write("*\n"u8);
        }
    }
}
