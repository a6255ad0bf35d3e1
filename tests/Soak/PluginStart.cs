using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PartnerTrust.Soak;

/// <summary>A plugin's process, started as the engine starts it: the engine's address as its argument, its port on the first line.</summary>
internal sealed partial class PluginStart : IAsyncDisposable
{
    private const int Interrupt = 2;

    private readonly Process process;
    private readonly TcpListener engine;

    private PluginStart(Process process, TcpListener engine) => (this.process, this.engine) = (process, engine);

    public int Port { get; private set; }

    public static async Task<PluginStart> StartAsync(string plugin, CancellationToken cancellation)
    {
        var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start();
        var start = new ProcessStartInfo(plugin, [$"{engine.LocalEndpoint}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var plugged = new PluginStart(Process.Start(start)!, engine);
        plugged.process.ErrorDataReceived += (_, _) => { };
        plugged.process.BeginErrorReadLine();
        var line = await plugged.process.StandardOutput.ReadLineAsync(cancellation);
        plugged.Port = int.Parse(line ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        return plugged;
    }

    /// <summary>The process's number, for those who want to look into it.</summary>
    public int Id => process.Id;

    /// <summary>As the engine ends a plugin that has answered Cancel.</summary>
    public async Task InterruptAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            _ = Signal(process.Id, Interrupt);
        }

        await process.WaitForExitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        engine.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
