using System.Diagnostics;

namespace PartnerTrust.Testing.Basics;

/// <summary>Scripts in <c>tests/Interop/report</c> that drive a real browser. Tests that need it are skipped, with a word, where it, Node.js or the
/// npm packages are not installed.</summary>
public static class Chromium
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Interop");
    private static readonly string? Program = Find("chromium") ?? Find("chromium-browser");

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing { get; } =
        Find("node") is null ? "Node.js is not installed"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "puppeteer-core")) ? "the npm packages are not installed: run npm ci in tests/Interop"
        : Program is null ? "Chromium is not installed"
        : null;

    /// <summary>Where the scripts leave what people may want to look at.</summary>
    public static string Artifacts => Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "browser")).FullName;

    /// <summary>What the script answers.</summary>
    /// <param name="script">Its file name.</param>
    /// <param name="input">What it is asked, in JSON.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string script, string input)
    {
        var start = new ProcessStartInfo("node", [$"report/{script}"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CHROMIUM"] = Program;
        start.Environment["ARTIFACTS"] = Artifacts;
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        return output.Length > 0 ? output : throw new InvalidOperationException(await errors);
    }

    private static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
