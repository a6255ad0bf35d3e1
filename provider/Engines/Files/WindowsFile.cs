namespace PartnerTrust.Engines.Files;

/// <summary>Files on Windows, where pipes and devices have names of their own (<c>\\.\pipe\…</c>, <c>CON</c>, which becomes
/// <c>\\.\CON</c>).</summary>
internal static class WindowsFile
{
    private const string Devices = @"\\.\";

    public static FileStatus StatusOf(string path, bool followsLinks)
    {
        var full = Path.GetFullPath(path);
        if (full.StartsWith(Devices, StringComparison.Ordinal))
        {
            return new FileStatus(
                full.StartsWith(Devices + @"pipe\", StringComparison.OrdinalIgnoreCase) ? FileKind.Pipe : FileKind.Device, 0, 0, UnixFileMode.None);
        }

        FileSystemInfo file = new FileInfo(full);
        if (followsLinks && file.LinkTarget is not null)
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        }

        return new FileStatus(KindOf(file), file is FileInfo { Exists: true } regular ? regular.Length : 0, 0, UnixFileMode.None);
    }

    private static FileKind KindOf(FileSystemInfo file)
    {
        // Minus one is how the class tells of a file that is not there.
        if ((int)file.Attributes == -1)
        {
            return FileKind.Absent;
        }

        return file.LinkTarget is not null ? FileKind.Link
            : file.Attributes.HasFlag(FileAttributes.Directory) ? FileKind.Directory
            : file.Attributes.HasFlag(FileAttributes.Device) ? FileKind.Device
            : FileKind.Regular;
    }
}
