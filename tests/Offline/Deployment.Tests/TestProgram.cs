using Grpc.Core;
using PartnerTrust.Deployment.Programs;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

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

/// <summary>What a program can do.</summary>
internal sealed class TestStack(ResourceMonitorClient monitor, string urn, bool isPreview, CancellationToken cancellation)
{
    private PropertyMap outputs = PropertyMap.Empty;

    public string Urn => urn;

    public bool IsPreview => isPreview;

    public ResourceMonitorClient Monitor => monitor;

    public static async Task<TestStack> RegisterAsync(ResourceMonitorClient monitor, string name, bool isPreview, CancellationToken cancellation)
    {
        var response = await monitor.RegisterResourceAsync(new RegisterResourceRequest { Type = Urns.StackType, Name = name }, cancellation);
        return new TestStack(monitor, response.Urn, isPreview, cancellation);
    }

    public Task<RegisterResourceResponse> ThingAsync(string name, params (string Key, PropertyValue Value)[] inputs) => ThingAsync(name, _ => { }, inputs);

    public Task<RegisterResourceResponse> ThingAsync(string name, Action<RegisterResourceRequest> options, params (string Key, PropertyValue Value)[] inputs) =>
        ResourceAsync("fake:index:Thing", name, options, inputs);

    public Task<RegisterResourceResponse> ResourceAsync(
        string type, string name, Action<RegisterResourceRequest> options, params (string Key, PropertyValue Value)[] inputs)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Parent = urn,
            Custom = true,
            Object = PropertyCodec.Encode(PropertyMap.Of(inputs)),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        options(request);
        return monitor.RegisterResourceAsync(request, cancellation);
    }

    public void Export(string name, PropertyValue value) => outputs = outputs.Set(name, value);

    public async Task FinishAsync()
    {
        await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = urn, Outputs = PropertyCodec.Encode(outputs) }, cancellation);
        await monitor.SignalAndWaitForShutdownAsync(cancellation);
    }
}
