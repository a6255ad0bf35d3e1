namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The source tree and what <c>make build</c> put into it.</summary>
internal static class Checkout
{
    public static string Plugin { get; } = Path.Combine(
        Repository.Root, "bin", "pulumi-resource-partnertrust" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static string Example => Path.Combine(Repository.Root, "examples", "two-way-trust");

    public static string Interop => Path.Combine(Repository.Root, "tests", "Interop");

    public static void RequirePlugin() => Skip.IfNot(File.Exists(Plugin), "the plugin is not in bin/: run make build");

    public static void RequireNodePackages()
    {
        RequirePlugin();
        Skip.IfNot(IsOnPath("node"), "Node.js is not installed");
        Skip.IfNot(
            Directory.Exists(Path.Combine(Interop, "node_modules", "@pulumi", "pulumi")),
            "the npm packages are not installed: run npm ci in tests/Interop");
    }

    /// <summary>What an example's language needs beyond .NET.</summary>
    public static void RequireRuntime(Example example)
    {
        if (example.Folder.EndsWith("typescript", StringComparison.Ordinal))
        {
            RequireNodePackages();
        }
        else
        {
            RequirePlugin();
        }
    }

    public static bool IsOnPath(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe")));
}
