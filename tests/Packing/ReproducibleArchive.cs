using System.Formats.Tar;
using System.IO.Compression;

namespace PartnerTrust.Packing;

/// <summary>Folders as <c>.tar.gz</c>: whoever packs the same files gets the same bytes, on whatever system and as whichever user.</summary>
internal static class ReproducibleArchive
{
    private const UnixFileMode ForReading = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ForRunning = ForReading | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <param name="folder">Its files alone, without those in folders below.</param>
    /// <param name="archive">The file to write.</param>
    /// <param name="time">Of every entry.</param>
    public static async Task WriteAsync(string folder, string archive, DateTimeOffset time)
    {
        await using var file = File.Create(archive);
        await using var compressed = new GZipStream(file, CompressionLevel.SmallestSize);
        await using var entries = new TarWriter(compressed, TarEntryFormat.Ustar);
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(path);
            await entries.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, Path.GetFileName(path))
            {
                ModificationTime = time,
                Mode = ModeOf(Path.GetFileName(path)),
                DataStream = content,
            });
        }
    }

    /// <summary>By name: not every system on which archives are made knows modes.</summary>
    private static UnixFileMode ModeOf(string name) =>
        name.StartsWith("pulumi-", StringComparison.Ordinal) || Path.GetExtension(name) is ".so" or ".dylib" or ".dll" ? ForRunning : ForReading;
}
