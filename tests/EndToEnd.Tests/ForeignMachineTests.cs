using Newtonsoft.Json.Linq;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The tests that paths and texts go through, once more on a machine where "i" has another capital letter, and temporary folders have blanks
/// and letters beyond ASCII in their names.</summary>
public sealed class ForeignMachineTests : IDisposable
{
    private const string Culture = "tr-TR";

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableTheory]
    [InlineData("PartnerTrust.Engines.Tests", "Tests.Files", "Tests.Store")]
    [InlineData("PartnerTrust.Plugin.Tests", "Tests.Configuring", "Tests.StackFiles")]
    [InlineData("PartnerTrust.Trust.Tests", "Tests.CertificateSources", "Tests.Faults", "Tests.Metadata", "Tests.Registration", "Tests.Tokens")]
    public async Task What_holds_elsewhere_holds_in_Turkish_and_below_a_folder_with_blanks(string project, params string[] namespaces)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Cultures are chosen by Linux' variables here.");
        Skip.IfNot(HasCultures(), "No library of cultures (ICU) is installed.");
        var tests = CopyWithCultures(project);
        var temporary = Directory.CreateDirectory(folder.Combine("geçici klasör")).FullName;

        var (code, text) = await Tool.RunAsync(
            "dotnet",
            ["test", tests, "--nologo", "--filter", "(" + string.Join('|', namespaces.Select(name => $"FullyQualifiedName~{name}")) + ")&Size!=Nightly"],
            folder.Path,
            ("LC_ALL", Culture.Replace('-', '_') + ".UTF-8"),
            ("TMPDIR", temporary),
            ("DOTNET_CLI_UI_LANGUAGE", "en"),
            ("PARTNERTRUST_CULTURE", Culture));

        Assert.True(code == 0, text);
    }

    private static bool HasCultures() =>
        new[] { "/usr/lib", "/usr/lib64" }.Where(Directory.Exists)
            .Any(root => Directory.EnumerateFiles(root, "libicuuc.so*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Any());

    /// <summary>The built tests as they are, but for the setting by which they know no cultures.</summary>
    private string CopyWithCultures(string project)
    {
        var built = Path.Combine(Repository.Root, "artifacts", "bin", project, "debug");
        var copy = Directory.CreateDirectory(folder.Combine(project)).FullName;
        foreach (var directory in Directory.GetDirectories(built))
        {
            Directory.CreateSymbolicLink(Path.Combine(copy, Path.GetFileName(directory)), directory);
        }

        var settings = $"{project}.runtimeconfig.json";
        foreach (var file in Directory.GetFiles(built).Where(file => Path.GetFileName(file) != settings))
        {
            File.CreateSymbolicLink(Path.Combine(copy, Path.GetFileName(file)), file);
        }

        var changed = JObject.Parse(File.ReadAllText(Path.Combine(built, settings)));
        changed["runtimeOptions"]!["configProperties"]!["System.Globalization.Invariant"] = false;
        changed["runtimeOptions"]!["configProperties"]!["System.Globalization.PredefinedCulturesOnly"] = false;
        File.WriteAllText(Path.Combine(copy, settings), changed.ToString());
        return Path.Combine(copy, $"{project}.dll");
    }
}
