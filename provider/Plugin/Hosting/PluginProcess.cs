using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>The plugin as a process: one line with the port, then calls until it is to end.</summary>
internal static class PluginProcess
{
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(2);

    /// <summary>Serves the engine at this address until it has cancelled the plugin and sends a signal or leaves, or is gone.</summary>
    public static async Task<int> ServeEngineAsync(EngineAddress address, Stream output, ILoggerFactory logs)
    {
        // Looked for first: it may be gone a moment later.
        using IParent parent = OperatingSystem.IsWindows() ? new WindowsParent() : new UnixParent();
        var cancelAnswered = false;
        await using var service = new ProviderService(
            Around(Environment.CurrentDirectory, logs), EngineOpening.OpenAsync, () => Volatile.Write(ref cancelAnswered, true));
        service.Session.Link.Attach(address.ToString());
        await using var server = await service.StartAsync(port: 0, CancellationToken.None);
        var engine = new EngineWatch(
            parent,
            new EngineProbe(address, TimeProvider.System).LookAsync,
            () => (server.WasCalled, server.ActiveCalls > 0),
            () => Volatile.Read(ref cancelAnswered) && !server.IsConnected,
            TimeProvider.System);
        using var ended = new CancellationTokenSource();
        using var signals = new ShutdownSignals(async () =>
            Volatile.Read(ref cancelAnswered) || await engine.IsAbsentAsync(CancellationToken.None));
        await WritePortAsync(output, server.Port);
        await Task.WhenAny(signals.Received, engine.WaitForEndAsync(ended.Token));
        await ended.CancelAsync();
        await service.Session.CancelAsync();
        await FinishCallsAsync(server);
        return 0;
    }

    /// <summary>Serves whoever attaches, until a signal comes.</summary>
    public static async Task<int> ServeAttachedAsync(Stream output, ILoggerFactory logs)
    {
        await using var service = new AttachedService(Around(Environment.CurrentDirectory, logs), EngineOpening.OpenAsync);
        await using var server = await service.StartAsync(port: 0, CancellationToken.None);
        using var signals = ShutdownSignals.ThatAlwaysEnd();
        await WritePortAsync(output, server.Port);
        await signals.Received;
        await service.CancelAsync();
        await FinishCallsAsync(server);
        return 0;
    }

    /// <param name="directory">Where the program runs.</param>
    /// <param name="logs">Where diagnostics go.</param>
    public static SessionEnvironment Around(string directory, ILoggerFactory logs)
    {
        var project = ProjectDirectory.Find(directory, Environment.GetEnvironmentVariable("PULUMI_PROJECT"));
        return new SessionEnvironment(PackageSchema.BuiltIn, TimeProvider.System, logs, Environment.GetEnvironmentVariable, project)
        {
            WorkingDirectory = directory,
        };
    }

    /// <summary>Digits and a line feed, no mark before them: the engine reads bytes.</summary>
    private static async Task WritePortAsync(Stream output, int port)
    {
        var line = Encoding.ASCII.GetBytes(port.ToString(CultureInfo.InvariantCulture) + "\n");
        await output.WriteAsync(line);
        await output.FlushAsync();
    }

    private static async Task FinishCallsAsync(GrpcServer server)
    {
        using var limit = new CancellationTokenSource(LastCalls);
        while (server.ActiveCalls > 0 && !limit.IsCancellationRequested)
        {
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
