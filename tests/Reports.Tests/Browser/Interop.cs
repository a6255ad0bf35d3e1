using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Reports.Tests.Browser;

/// <summary>Scripts of <c>tests/Interop</c> that need a browser. Where there is none, tests of them are skipped with a word.</summary>
internal static class Interop
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Interop");

    /// <summary>Where the scripts leave what people may want to look at.</summary>
    public static string Artifacts { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "browser")).FullName;

    public static void Require()
    {
        Skip.IfNot(OnPath("node") is not null, "Node.js is not installed");
        Skip.IfNot(
            Directory.Exists(Path.Combine(Folder, "node_modules", "puppeteer-core")),
            "the npm packages are not installed: run npm ci in tests/Interop");
        Skip.If(Chromium is null, "Chromium is not installed");
    }

    /// <summary>The JSON that the script answers.</summary>
    public static async Task<JObject> RunAsync(string script, JObject input)
    {
        input["chromium"] = Chromium;
        input["artifacts"] = Artifacts;
        var start = new ProcessStartInfo("node", [$"report/{script}"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(input.ToString(Formatting.None));
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        Assert.True(output.Length > 0, await errors);
        return JObject.Parse(output);
    }

    private static string? Chromium => OnPath("chromium") ?? OnPath("chromium-browser");

    private static string? OnPath(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
