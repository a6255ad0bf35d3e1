namespace PartnerTrust.Engines.Files;

/// <summary>A file was not read, or not to its end, for being none or too long a one.</summary>
public sealed class UnfitFileException : IOException
{
    public UnfitFileException(FileKind kind)
        : base($"it is {Describe(kind)}, not a regular file") => Kind = kind;

    public UnfitFileException(long longest)
        : base($"it has more than {longest} bytes") => Longest = longest;

    /// <summary>What it is instead of a file; regular for one that is too long.</summary>
    public FileKind Kind { get; } = FileKind.Regular;

    /// <summary>How many bytes it may have at most; null for one that is no file.</summary>
    public long? Longest { get; }

    /// <summary>For the middle of a sentence.</summary>
    public static string Describe(FileKind kind) => kind switch
    {
        FileKind.Absent => "a link to nothing",
        FileKind.Regular => "a file",
        FileKind.Directory => "a folder",
        FileKind.Link => "a link",
        FileKind.Pipe => "a named pipe",
        FileKind.Socket => "a socket",
        FileKind.Device => "a device",
        _ => "something that cannot be examined",
    };
}
