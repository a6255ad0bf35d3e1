using System.Diagnostics;
using System.Text.Json.Nodes;
using PartnerTrust.Demo.Stages;

namespace PartnerTrust.Demo;

/// <summary>Drives the stack through the pulumi CLI, with a backend of files in a folder of our own.</summary>
internal sealed class PulumiDriver(IStage stage, string backendDirectory, TextWriter output) : IDriver
{
    private const string Stack = "dev";
    private bool isInitialized;

    public string Name => "the pulumi CLI";

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "pulumi")) || File.Exists(Path.Combine(folder, "pulumi.exe")));

    public async Task<Outcome> PreviewAsync()
    {
        await InitializeAsync();
        var (code, text) = await RunAsync(isShown: true, "preview", "--diff");
        var (_, json) = await RunAsync(isShown: false, "preview", "--json");
        return new Outcome(code == 0, Steps(json), text);
    }

    public Task<Outcome> UpAsync() => ChangeAsync("up", "--skip-preview", "--diff");

    /// <summary>Without <c>--diff</c>, with which warnings do not tell whom they are about.</summary>
    public Task<Outcome> RefreshAsync() => ChangeAsync("refresh", "--skip-preview");

    public Task<Outcome> DestroyAsync() => ChangeAsync("destroy", "--skip-preview");

    public async Task<string?> OutputAsync(string name)
    {
        var (code, text) = await RunAsync(isShown: false, "stack", "output", name);
        return code == 0 ? text.Trim() : null;
    }

    private async Task<Outcome> ChangeAsync(params string[] arguments)
    {
        await InitializeAsync();
        var (code, text) = await RunAsync(isShown: true, [.. arguments, "--yes"]);
        return new Outcome(code == 0, null, text);
    }

    private async Task InitializeAsync()
    {
        if (isInitialized)
        {
            return;
        }

        var (code, text) = await RunAsync(isShown: false, "stack", "select", "--create");
        isInitialized = code == 0 ? true : throw new DemoException($"pulumi could not make the stack: {text}");
    }

    private static DemoStep[]? Steps(string json)
    {
        var start = json.IndexOf('{', StringComparison.Ordinal);
        return start < 0 || JsonNode.Parse(json[start..])?["steps"] is not JsonArray steps
            ? null
            : [.. steps.OfType<JsonObject>().Where(IsChange).Select(Describe)];
    }

    private static bool IsChange(JsonObject step) => step["op"]?.ToString() is not (null or "same" or "read" or "refresh");

    private static DemoStep Describe(JsonObject step)
    {
        var parts = step["urn"]!.ToString().Split("::", 4);
        var type = parts[2][(parts[2].LastIndexOf(':') + 1)..];
        return new DemoStep(step["op"]!.ToString(), type, parts[3], [.. (step["detailedDiff"] as JsonObject ?? []).Select(change => change.Key)]);
    }

    private async Task<(int Code, string Text)> RunAsync(bool isShown, params string[] arguments)
    {
        var start = new ProcessStartInfo("pulumi", [.. arguments, "--stack", Stack, "--non-interactive", "--color", "never"])
        {
            WorkingDirectory = stage.Project,
            RedirectStandardOutput = true,
            RedirectStandardError = isShown,
        };
        foreach (var (name, value) in stage.Surroundings)
        {
            start.Environment[name] = value;
        }

        start.Environment["PULUMI_BACKEND_URL"] = new Uri(backendDirectory).AbsoluteUri;
        start.Environment["PULUMI_CONFIG_PASSPHRASE"] = "demo";
        start.Environment["PULUMI_SKIP_UPDATE_CHECK"] = "true";
        using var process = Process.Start(start) ?? throw new DemoException("pulumi did not start");
        var errors = isShown ? process.StandardError.ReadToEndAsync() : Task.FromResult("");
        var text = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        if (isShown)
        {
            await output.WriteAsync(text);
        }

        return (process.ExitCode, text);
    }
}
