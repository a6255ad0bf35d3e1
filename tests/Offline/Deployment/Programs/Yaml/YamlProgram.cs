using Grpc.Core;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>A program in YAML, run in this process: as much of the language as our examples speak. What is not of that language is refused before
/// anything is registered; what a package does not know, when its turn comes.</summary>
internal sealed class YamlProgram : IProgram
{
    private const int SaidWhy = 32;

    public async Task<int> RunAsync(DeploymentRun run, CancellationToken kill)
    {
        using var channel = new GrpcChannel(run.Address);
        try
        {
            await DeclareAsync(run, new ResourceMonitorClient(channel), kill);
            return 0;
        }
        catch (DeploymentException problem)
        {
            run.Log.Error("", problem.Message);
            return SaidWhy;
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.Unavailable)
        {
            return SaidWhy;
        }
    }

    private static async Task DeclareAsync(DeploymentRun run, ResourceMonitorClient monitor, CancellationToken cancellation)
    {
        var template = Template.Load(run.Project);
        var scope = new ProgramScope(run);
        foreach (var (name, declaration) in template.Config)
        {
            scope.Set(name, Settings.Find(name, declaration, run.Project, run.Configuration));
        }

        var evaluator = new Evaluator(scope, monitor, new PackageSchemas(run), cancellation);
        var stack = await monitor.RegisterResourceAsync(
            new RegisterResourceRequest { Type = Urns.StackType, Name = $"{run.Project.Name}-{run.Stack}" }, cancellation);
        var registration = new ResourceRegistration(evaluator, monitor, stack.Urn, run.IsPreview);
        foreach (var step in template.Steps)
        {
            if (step.Resource is { } resource)
            {
                scope.Set(step.Name, await registration.RegisterAsync(resource, cancellation));
            }
            else
            {
                scope.Set(step.Name, await evaluator.EvaluateAsync(step.Variable!));
            }
        }

        var outputs = PropertyCodec.Encode((await evaluator.EvaluateAsync(template.Outputs)).WithoutOutputs());
        await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = stack.Urn, Outputs = outputs }, cancellation);
        await monitor.SignalAndWaitForShutdownAsync(cancellation);
    }
}
