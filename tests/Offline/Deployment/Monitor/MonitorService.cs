using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Monitor;

/// <summary>The resource monitor: what a program calls to register, read and ask (pulumi-protocol.md 4.1 and 4.4).</summary>
internal sealed class MonitorService
{
    private static readonly string[] Features =
        ["secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith", "replaceWith", "replacementTrigger"];

    private readonly DeploymentRun run;
    private readonly Registrar registrar;
    private readonly ReadRegistration reads;
    private readonly Invocations invocations;
    private readonly ConcurrentDictionary<string, RegisterPackageRequest> packages = new();
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MonitorService(DeploymentRun run)
    {
        this.run = run;
        var selection = new ProviderSelection(run);
        registrar = new Registrar(run, selection);
        reads = new ReadRegistration(run, selection);
        invocations = new Invocations(run, selection);
    }

    /// <summary>Ends when the program says that it has registered everything.</summary>
    public Task Signalled => signalled.Task;

    /// <summary>Lets the program that waits for the end of the deployment go.</summary>
    public void Finish() => finished.TrySetResult();

    public GrpcService Create() => new GrpcService("pulumirpc.ResourceMonitor")
        .Unary("SupportsFeature", SupportsFeatureRequest.Parser, (request, _) =>
            Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) }))
        .Unary("GetDeploymentInfo", Empty.Parser, (_, _) => Task.FromResult(DescribeDeployment()))
        .Unary("RegisterResource", RegisterResourceRequest.Parser, (request, _) =>
            GuardAsync(
                Urn(request.Parent, request.Type, request.Name),
                () => registrar.RegisterAsync(request, Version(request.PackageRef, request.Version))))
        .Unary("RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, (request, _) =>
            GuardAsync(request.Urn, () => Task.FromResult(registrar.RegisterOutputs(request))))
        .Unary("ReadResource", ReadResourceRequest.Parser, (request, _) =>
            GuardAsync(Urn(request.Parent, request.Type, request.Name), () => reads.ReadAsync(request, Version(request.PackageRef, request.Version))))
        .Unary("Invoke", ResourceInvokeRequest.Parser, (request, _) =>
            GuardAsync("", () => invocations.InvokeAsync(request, Version(request.PackageRef, request.Version)), failsRun: false))
        .Unary("Call", ResourceCallRequest.Parser, (request, _) =>
            GuardAsync("", () => invocations.CallAsync(request, Version(request.PackageRef, request.Version))))
        .Unary("RegisterPackage", RegisterPackageRequest.Parser, (request, _) => Task.FromResult(RegisterPackage(request)))
        .Unary("SignalAndWaitForShutdown", Empty.Parser, (_, _) => WaitAsync());

    private string Urn(string parent, string type, string name) => Urns.Make(run.Stack, run.Project.Name, parent, type, name);

    private string Version(string reference, string version) => packages.TryGetValue(reference, out var package) ? package.Version : version;

    private async Task<Empty> WaitAsync()
    {
        signalled.TrySetResult();
        await finished.Task;
        return new Empty();
    }

    private RegisterPackageResponse RegisterPackage(RegisterPackageRequest request)
    {
        if (request.Parameterization is not null || request.Extension is not null)
        {
            throw RpcFailure.Of(StatusCode.Unimplemented, "parameterized packages are not supported here");
        }

        var reference = packages.FirstOrDefault(package => package.Value.Equals(request)).Key ?? Guid.NewGuid().ToString();
        packages[reference] = request;
        return new RegisterPackageResponse { Ref = reference };
    }

    private DeploymentInfo DescribeDeployment()
    {
        var info = new DeploymentInfo
        {
            Project = run.Project.Name,
            Stack = run.Stack,
            Organization = "organization",
            DryRun = run.IsPreview,
            Parallel = run.Options.Parallel,
        };
        foreach (var (key, value) in run.Configuration.Values)
        {
            info.Config[key] = value.Text;
        }

        info.ConfigSecretKeys.AddRange(run.Configuration.SecretKeys);
        info.SupportedFeatures.AddRange(
        [
            ResourceMonitorFeature.Secrets, ResourceMonitorFeature.ResourceReferences,
            ResourceMonitorFeature.OutputValues, ResourceMonitorFeature.AliasSpecs,
            ResourceMonitorFeature.DeletedWith, ResourceMonitorFeature.ReplaceWith, ResourceMonitorFeature.ReplacementTrigger,
        ]);
        return info;
    }

    /// <summary>The first failure is the deployment's; from then on programs hear that the monitor has gone, as they do from the CLI.</summary>
    private async Task<T> GuardAsync<T>(string urn, Func<Task<T>> handler, bool failsRun = true)
        where T : IMessage
    {
        try
        {
            run.ThrowIfStopping();
            return await run.TrackAsync(handler());
        }
        catch (OperationCanceledException)
        {
            throw Gone();
        }
        catch (Exception problem) when (problem is RpcException or DeploymentException)
        {
            if (!failsRun)
            {
                throw problem as RpcException ?? RpcFailure.Of(StatusCode.Unknown, problem.Message);
            }

            run.Fail(urn, problem.Message);
            throw Gone();
        }
    }

    private static RpcException Gone() => RpcFailure.Of(StatusCode.Unavailable, "resource monitor shut down");
}
