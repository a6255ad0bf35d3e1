using System.Formats.Tar;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.EndToEnd.Tests.Packages;

/// <summary>An archive that <c>make package</c> made.</summary>
public sealed partial record PackedPlugin(string File)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "package");

    /// <summary>One that is missing where nothing was packed.</summary>
    public static IReadOnlyList<PackedPlugin> All { get; } =
    [
        .. (Directory.Exists(Folder) ? Directory.GetFiles(Folder, "pulumi-resource-*.tar.gz").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            .DefaultIfEmpty("pulumi-resource-partnertrust-v0.0.0-none-none.tar.gz").Select(file => new PackedPlugin(file)),
    ];

    /// <summary>OS-ARCH.</summary>
    public string Platform => Named().Match(Path.GetFileName(File)).Groups["platform"].Value;

    public string Version => Named().Match(Path.GetFileName(File)).Groups["version"].Value;

    /// <summary>The name of the program in it.</summary>
    public string Program => "pulumi-resource-partnertrust" + (Platform.StartsWith("windows", StringComparison.Ordinal) ? ".exe" : "");

    /// <summary>Its bill of materials; null where the feed has no tool that writes one.</summary>
    public JObject? Bill => File.Replace(".tar.gz", ".cdx.json", StringComparison.Ordinal) is var bill && System.IO.File.Exists(bill)
        ? JObject.Parse(System.IO.File.ReadAllText(bill))
        : null;

    public void Require() => Skip.IfNot(System.IO.File.Exists(File), "Nothing is packed: run make package.");

    /// <summary>As <c>pulumi plugin install</c> does it.</summary>
    public async Task UnpackAsync(string directory)
    {
        Require();
        await using var file = System.IO.File.OpenRead(File);
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(content, directory, overwriteFiles: false);
    }

    public override string ToString() => Platform;

    [GeneratedRegex(@"^pulumi-resource-partnertrust-v(?<version>\d+\.\d+\.\d+[^-]*(-[a-z]+\.\d+)?)-(?<platform>[a-z]+-[a-z0-9]+)\.tar\.gz$")]
    private static partial Regex Named();
}
