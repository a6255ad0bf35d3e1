using System.Formats.Tar;
using System.IO.Compression;
using PartnerTrust.Packing;

namespace PartnerTrust.EndToEnd.Tests.Packages;

/// <summary>What users install is packed alike by everybody.</summary>
public sealed class ReproducibleArchiveTests : IDisposable
{
    private const UnixFileMode ForReading = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ForRunning = ForReading | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly DateTimeOffset Time = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everyone_can_run_what_is_packed_and_load_what_lies_beside_it()
    {
        var entries = await EntriesOfAsync(await PackAsync("pulumi-resource-partnertrust", "libe_sqlite3.so", "LICENSE"));

        Assert.Equal(["LICENSE", "libe_sqlite3.so", "pulumi-resource-partnertrust"], entries.Keys);
        Assert.Equal([ForReading, ForRunning, ForRunning], entries.Values);
    }

    [Fact]
    public async Task The_same_files_make_the_same_bytes_whenever_and_in_whatever_order_they_were_written()
    {
        var once = await File.ReadAllBytesAsync(await PackAsync("b", "a"));
        var again = await File.ReadAllBytesAsync(await PackAsync("a", "b"));

        Assert.Equal(once, again);
    }

    [Fact]
    public async Task Sums_are_a_line_a_file_but_for_their_own()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "b"), "abc");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a"), "");
        var file = Path.Combine(folder.Path, "SHA256SUMS");
        await File.WriteAllTextAsync(file, "of before");

        // FIPS 180-4, and its example of one block.
        Assert.Equal(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
            + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n",
            await Sums.OfAsync(folder.Path, except: file));
    }

    private async Task<string> PackAsync(params string[] files)
    {
        var contents = Directory.CreateDirectory(Path.Combine(folder.Path, Guid.NewGuid().ToString("N"))).FullName;
        foreach (var name in files)
        {
            await File.WriteAllTextAsync(Path.Combine(contents, name), name);
        }

        var archive = contents + ".tar.gz";
        await ReproducibleArchive.WriteAsync(contents, archive, Time);
        return archive;
    }

    private static async Task<Dictionary<string, UnixFileMode>> EntriesOfAsync(string package)
    {
        await using var file = File.OpenRead(package);
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        await using var archive = new TarReader(content);
        var modes = new Dictionary<string, UnixFileMode>();
        while (await archive.GetNextEntryAsync() is { } entry)
        {
            Assert.Equal(Time, entry.ModificationTime);
            modes[entry.Name] = entry.Mode;
        }

        return modes;
    }
}
