namespace PartnerTrust.Engines.Files;

/// <summary>Reads files whose paths come from people: a pipe, a device or a file without end is refused at once instead of waited for or
/// taken into memory.</summary>
public static class RegularFile
{
    /// <summary>The whole of a file of at most <paramref name="longest"/> bytes, through links.</summary>
    /// <exception cref="UnfitFileException">It is no regular file, or is longer.</exception>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    public static byte[] Read(string path, int longest)
    {
        Require(FileStatus.Of(path), longest);
        using var file = new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
        // Another may have taken its place since; and files of the system itself tell no length.
        Require(FileStatus.Of(file.SafeFileHandle), longest);
        var content = new byte[Math.Min(longest, Math.Max(file.Length, 4096)) + 1];
        var length = 0;
        while (file.Read(content, length, content.Length - length) is var read and > 0)
        {
            length += read;
            if (length > longest)
            {
                throw new UnfitFileException((long)longest);
            }

            if (length == content.Length)
            {
                Array.Resize(ref content, (int)Math.Min(longest + 1L, length * 2L));
            }
        }

        return content[..length];
    }

    private static void Require(FileStatus status, int longest)
    {
        if (status.Kind is not (FileKind.Regular or FileKind.Absent or FileKind.Unknown))
        {
            throw new UnfitFileException(status.Kind);
        }

        if (status.Size > longest)
        {
            throw new UnfitFileException((long)longest);
        }
    }
}
