using System.Formats.Tar;
using System.IO.Compression;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>What users install.</summary>
public sealed class PackedPluginTests
{
    private const UnixFileMode ForEveryone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    [SkippableFact]
    public async Task Everyone_can_run_what_is_packed_and_load_what_lies_beside_it()
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "Modes are Unix's.");
        var folder = Directory.CreateTempSubdirectory("partnertrust-packed-").FullName;
        try
        {
            var (code, text) = await Tool.RunAsync(Path.Combine(Repository.Root, ".ci", "pack-plugin"), ["0.0.0", folder], Repository.Root);

            Assert.True(code == 0, text);
            var modes = await ModesAsync(Assert.Single(Directory.GetFiles(folder, "pulumi-resource-partnertrust-v0.0.0-*.tar.gz")));
            Assert.Equal(ForEveryone, modes["pulumi-resource-partnertrust"]);
            Assert.Equal(ForEveryone, modes[OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib" : "libe_sqlite3.so"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Dictionary<string, UnixFileMode>> ModesAsync(string package)
    {
        await using var file = File.OpenRead(package);
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        await using var archive = new TarReader(content);
        var modes = new Dictionary<string, UnixFileMode>();
        while (await archive.GetNextEntryAsync() is { } entry)
        {
            modes[Path.GetFileName(entry.Name)] = entry.Mode;
        }

        return modes;
    }
}
