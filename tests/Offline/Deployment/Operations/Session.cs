using Grpc.Core;
using PartnerTrust.Deployment.Monitor;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Deployment.Operations;

/// <summary>The time in which the monitor and the engine listen and plugins run.</summary>
internal static class Session
{
    public static async Task RunAsync(DeploymentRun run, Func<MonitorService, Task> work)
    {
        var monitor = new MonitorService(run);
        await using var server = await GrpcServer.StartAsync(
            new GrpcServerOptions(), [monitor.Create(), new EngineService(run).Create()], run.Hard);
        run.Address = $"127.0.0.1:{server.Port}";
        await using var providers = run.Providers;
        await using var cancelling = run.Interrupted.Register(() => _ = run.Providers.Plugins.CancelAsync());
        try
        {
            await work(monitor);
        }
        catch (Exception problem) when (problem is RpcException or DeploymentException)
        {
            run.Fail("", problem.Message);
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            // Said below, once for whatever was interrupted.
        }

        if (run.Interrupted.IsCancellationRequested && !run.HasFailed)
        {
            run.Fail("", "the deployment was cancelled");
        }
    }
}
