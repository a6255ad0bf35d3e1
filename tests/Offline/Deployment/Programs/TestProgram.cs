using Grpc.Core;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Deployment.Programs;

/// <summary>A program inside the test: registers the stack, then what it is told, then says that it is done.</summary>
internal sealed class TestProgram(Func<TestStack, Task> declare) : IProgram
{
    public async Task<int> RunAsync(DeploymentRun run, CancellationToken kill)
    {
        using var channel = new GrpcChannel(run.Address);
        var monitor = new ResourceMonitorClient(channel);
        try
        {
            var stack = await TestStack.RegisterAsync(monitor, $"{run.Project.Name}-{run.Stack}", run.IsPreview, kill);
            await declare(stack);
            await stack.FinishAsync();
            return 0;
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.Unavailable)
        {
            return 32;
        }
    }
}
