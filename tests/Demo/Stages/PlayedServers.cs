using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PartnerTrust.Demo.Stages;

/// <summary>A process that plays servers for cmdlets and for HTTPS (tests/CmdletSimulator.Host).</summary>
internal sealed class PlayedServers : IAsyncDisposable
{
    private readonly Process process;

    private PlayedServers(Process process, JsonObject description) => (this.process, Description) = (process, description);

    /// <summary>The line in which it tells where everything is.</summary>
    public JsonObject Description { get; }

    public static async Task<PlayedServers> StartAsync(string binary, string data, string settingsFile)
    {
        var start = new ProcessStartInfo("dotnet", [binary, data, settingsFile])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new DemoException("the played servers did not start");
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            return new PlayedServers(process, JsonNode.Parse(line)!.AsObject());
        }

        await process.WaitForExitAsync();
        throw new DemoException($"the servers cannot be played here: {(await errors).Trim()}");
    }

    /// <summary>It ends with its input.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
