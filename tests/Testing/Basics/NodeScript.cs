using System.Diagnostics;

namespace PartnerTrust.Testing.Basics;

/// <summary>Scripts in <c>tests/Interop/report</c>, with the npm packages of that folder. Tests that need them are skipped, with a word, where
/// Node.js or the packages are not installed.</summary>
public static class NodeScript
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Interop");

    /// <summary>Why there are none; null where there are.</summary>
    public static string? Missing { get; } =
        Find("node") is null ? "Node.js is not installed"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "puppeteer-core")) ? "the npm packages are not installed: run npm ci in tests/Interop"
        : null;

    /// <summary>What the script answers.</summary>
    /// <param name="script">Its file name.</param>
    /// <param name="input">What it is asked, in JSON.</param>
    /// <param name="environment">What it is told beside that.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string script, string input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("node", [$"report/{script}"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        return output.Length > 0 ? output : throw new InvalidOperationException(await errors);
    }

    internal static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
