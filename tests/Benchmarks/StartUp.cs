using System.Diagnostics;
using PartnerTrust.Protocol.Clients;

namespace PartnerTrust.Benchmarks;

internal static class StartUp
{
    /// <summary>From before the process exists until its first RPC is answered, as the engine would wait for it.</summary>
    public static async Task<TimeSpan> UntilFirstAnswerAsync(string plugin, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var process = await ServerProcess.StartAsync(plugin, arguments, cancellation);
        await new ResourceProviderClient(process.Channel).GetPluginInfoAsync(cancellation);
        return watch.Elapsed;
    }

    public static async Task<TimeSpan> UntilExitAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return watch.Elapsed;
    }
}
