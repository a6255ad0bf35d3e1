using System.Diagnostics;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Benchmarks;

/// <summary>A process that prints its port as its first line and then answers gRPC.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, string port)
    {
        this.process = process;
        Channel = new GrpcChannel($"127.0.0.1:{port}");
    }

    public GrpcChannel Channel { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start =
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var port = await process.StandardOutput.ReadLineAsync(cancellation);
        return new ServerProcess(process, port ?? throw new InvalidOperationException($"{program} ended before it printed its port."));
    }

    /// <summary>This program once more, as the server to compare with.</summary>
    public static Task<ServerProcess> StartEmptyEndpointAsync(CancellationToken cancellation)
    {
        var self = Environment.ProcessPath!;
        string[] arguments = ["empty-endpoint"];
        return Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? StartAsync(self, [Environment.GetCommandLineArgs()[0], .. arguments], cancellation)
            : StartAsync(self, arguments, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
