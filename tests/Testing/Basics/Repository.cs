using System.Runtime.CompilerServices;

namespace PartnerTrust.Testing.Basics;

/// <summary>The source tree these tests were compiled from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> SourceFiles(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.Contains("/artifacts/", StringComparison.Ordinal));

    /// <summary>The folders of the projects that hold tests.</summary>
    public static IEnumerable<string> TestProjects() =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.csproj", SearchOption.AllDirectories)
            .Select(project => Relative(Path.GetDirectoryName(project)!));

    public static IEnumerable<string> Snapshots() =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.verified.txt", SearchOption.AllDirectories);

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = Path.GetDirectoryName(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder, "PartnerTrust.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("PartnerTrust.slnx was not found above the tests' sources.");
    }
}
