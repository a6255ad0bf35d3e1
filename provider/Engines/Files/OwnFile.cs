namespace PartnerTrust.Engines.Files;

/// <summary>Files and directories that are this user's alone: by modes on Unix, by access lists on Windows, where SYSTEM keeps its access.</summary>
public static class OwnFile
{
    private const UnixFileMode Directories = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Files = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A directory that is not there yet, closed from the beginning.</summary>
    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsAccess.MakeDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Directories);
        }
    }

    /// <summary>Opens a file for writing, made closed where it is not there.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share, FileOptions behaviour)
    {
        if (OperatingSystem.IsWindows())
        {
            return mode == FileMode.Open || File.Exists(path)
                ? new FileStream(path, new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share, Options = behaviour })
                : WindowsAccess.Open(path, mode, share, behaviour);
        }

        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share, Options = behaviour };
        if (mode != FileMode.Open)
        {
            options.UnixCreateMode = Files;
        }

        return new FileStream(path, options);
    }

    /// <summary>Closes what is there to others. What a link leads to, and what is another's, stays as it is.</summary>
    public static void Close(string path, FileKind kind)
    {
        var status = FileStatus.OfLink(path);
        if (status.Kind != kind)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            var (owner, entries) = WindowsAccess.Of(path);
            if (AccessRules.IsSafeOwner(owner, WindowsAccess.User()) && !AccessRules.IsClosed(entries, WindowsAccess.User()))
            {
                WindowsAccess.Close(path);
            }
        }
        else
        {
            ChangeMode(path, status, kind == FileKind.Directory ? Directories : Files);
        }
    }

    /// <summary>Takes the right to write away from others and leaves them the right to read; on Windows nothing, where a list of somebody's making
    /// cannot be mended so.</summary>
    public static void CloseToWriters(string path)
    {
        if (!OperatingSystem.IsWindows() && FileStatus.OfLink(path) is { Kind: FileKind.Directory } status)
        {
            ChangeMode(path, status, status.Mode & ~(UnixFileMode.GroupWrite | UnixFileMode.OtherWrite));
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void ChangeMode(string path, FileStatus status, UnixFileMode mode)
    {
        if (status.Owner == UnixFile.User() && status.Mode != mode)
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
