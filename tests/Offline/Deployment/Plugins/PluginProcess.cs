using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>A plugin's process from its port line to its end (pulumi-protocol.md 1.2 and 1.5).</summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private const int KeptLines = 200;
    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private PluginProcess(Process process) => this.process = process;

    public int Port { get; private set; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>The last lines of both outputs: shown only when a plugin ends too early.</summary>
    public string Output => string.Join(Environment.NewLine, output);

    public static async Task<PluginProcess> StartAsync(
        string binary, string engineAddress, string directory, IEnumerable<KeyValuePair<string, string>> environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(binary, [engineAddress])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var plugin = new PluginProcess(Process.Start(start) ?? throw new DeploymentException($"the plugin {binary} did not start"));
        plugin.process.ErrorDataReceived += (_, line) => plugin.Keep(line.Data);
        plugin.process.BeginErrorReadLine();
        try
        {
            await plugin.ReadPortAsync(binary, cancellation);
            return plugin;
        }
        catch
        {
            await plugin.DisposeAsync();
            throw;
        }
    }

    /// <summary>Signals, waits, and kills what does not want to end.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            ProcessSignal.Send(process);
            using var grace = new CancellationTokenSource(ExitGrace);
            await process.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task ReadPortAsync(string binary, CancellationToken cancellation)
    {
        var line = await process.StandardOutput.ReadLineAsync(cancellation);
        if (!int.TryParse(line?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            throw new DeploymentException($"the plugin {binary} did not print a port but '{line}'{Environment.NewLine}{Output}");
        }

        Port = port;
        _ = DrainAsync();
    }

    private async Task DrainAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Keep(line);
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        while (output.Count > KeptLines)
        {
            output.TryDequeue(out _);
        }
    }
}
