using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Pulumi.PartnerTrust.Testing.Tests;

/// <summary>A project as it was built for these tests, packed and opened.</summary>
internal sealed class PackedProject : IDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ZipArchive archive;
    private readonly XDocument manifest;

    private PackedProject(DirectoryInfo folder)
    {
        this.folder = folder;
        Files = [.. folder.GetFiles("*.*nupkg").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => file.FullName)];
        archive = ZipFile.OpenRead(Files.Single(file => file.EndsWith(".nupkg", StringComparison.Ordinal)));
        manifest = XDocument.Parse(Read(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))));
    }

    /// <summary>The package and its symbols.</summary>
    public IReadOnlyList<string> Files { get; }

    public string? Metadata(string element) => manifest.Descendants().FirstOrDefault(node => node.Name.LocalName == element)?.Value;

    public IEnumerable<string> Dependencies => Attributes("dependency", "id");

    public IEnumerable<string> FrameworkReferences => Attributes("frameworkReference", "name");

    /// <summary>Packed even where the SDK was built on the offline stand-in, which nobody could install.</summary>
    public static async Task<PackedProject> PackAsync(string project, params string[] properties)
    {
        var folder = Directory.CreateTempSubdirectory("partnertrust-package-");
        string[] arguments =
        [
            "pack", Path.Combine(Repository.Root, project), "--no-build", "-c", Configuration, "-o", folder.FullName,
            "-p:IsPackable=true", .. properties.Select(property => $"-p:{property}"), "-v", "quiet", "--nologo",
        ];
        using var process = Process.Start(new ProcessStartInfo(Dotnet, arguments)
        {
            RedirectStandardOutput = true,
            Environment = { ["SOURCE_DATE_EPOCH"] = "1764547200" },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? new PackedProject(folder) : throw new InvalidOperationException(output);
    }

    public string Text(string path) => Read(archive.GetEntry(path) ?? throw new FileNotFoundException($"The package has no {path}."));

    public IEnumerable<string> FilesIn(string path) => archive.Entries
        .Where(entry => entry.FullName == $"{path}/{entry.Name}")
        .Select(entry => entry.Name)
        .Order(StringComparer.Ordinal);

    public bool Has(string path) => archive.GetEntry(path) is not null;

    public void Dispose()
    {
        archive.Dispose();
        folder.Delete(recursive: true);
    }

    private IEnumerable<string> Attributes(string element, string attribute) =>
        manifest.Descendants().Where(node => node.Name.LocalName == element).Select(node => (string)node.Attribute(attribute)!);

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static string Configuration =>
        typeof(PackedProject).Assembly.Location.Contains("release", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>The one that runs these tests.</summary>
    private static string Dotnet { get; } = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
