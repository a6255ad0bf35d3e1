using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>The plugin as a process: one line with the port, then calls until the engine has cancelled it and sends a signal.</summary>
internal static class PluginProcess
{
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(PluginArguments arguments, Stream output, ILoggerFactory logs)
    {
        var project = ProjectDirectory.Find(Environment.CurrentDirectory, Environment.GetEnvironmentVariable("PULUMI_PROJECT"));
        var environment = new SessionEnvironment(PackageSchema.BuiltIn, TimeProvider.System, logs, Environment.GetEnvironmentVariable, project)
        {
            WorkingDirectory = Environment.CurrentDirectory,
        };
        await using var session = new ProviderSession(environment, EngineOpening.OpenAsync);
        session.Link.Attach(arguments.EngineAddress);

        var cancelAnswered = false;
        var service = new ProviderService(session, () => Volatile.Write(ref cancelAnswered, true));
        await using var server = await service.StartAsync(port: 0, CancellationToken.None).ConfigureAwait(false);
        using var signals = new ShutdownSignals(() =>
            Volatile.Read(ref cancelAnswered) || (arguments.EngineAddress is null && server.ActiveCalls == 0));
        using var ended = new CancellationTokenSource();

        // Watched before the engine learns that there is a plugin: it may be gone right afterwards.
        var orphaned = arguments.EngineAddress is null
            ? Task.Delay(Timeout.Infinite, ended.Token)
            : ParentWatch.WaitForDeathAsync(TimeProvider.System, ended.Token);
        await WritePortAsync(output, server.Port).ConfigureAwait(false);
        await Task.WhenAny(signals.Received, orphaned).ConfigureAwait(false);
        await session.CancelAsync().ConfigureAwait(false);
        await FinishCallsAsync(() => server.ActiveCalls).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        return 0;
    }

    /// <summary>Digits and a line feed, no mark before them: the engine reads bytes.</summary>
    private static async Task WritePortAsync(Stream output, int port)
    {
        var line = Encoding.ASCII.GetBytes(port.ToString(CultureInfo.InvariantCulture) + "\n");
        await output.WriteAsync(line).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
    }

    private static async Task FinishCallsAsync(Func<int> activeCalls)
    {
        using var limit = new CancellationTokenSource(LastCalls);
        while (activeCalls() > 0 && !limit.IsCancellationRequested)
        {
            await Task.Delay(10, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
