using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;

namespace Pulumi;

/// <summary>Entry points of a Pulumi program.</summary>
public sealed partial class Deployment
{
    private Deployment()
    {
    }

    public static DeploymentInstance Instance => ProgramRun.Required.Instance;

    public static Task<int> RunAsync(Action action) => RunAsync(IDictionary<string, object?> () =>
    {
        action();
        return NoOutputs();
    });

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async Task<IDictionary<string, object?>> () =>
    {
        await func();
        return NoOutputs();
    });

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunWithEngineAsync(() => new Stack(func, options), registerProperties: false);

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() =>
        RunWithEngineAsync(() => new TStack(), registerProperties: true);

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack =>
        RunWithEngineAsync(() => Resolve<TStack>(serviceProvider), registerProperties: true);

    private static async Task<int> RunWithEngineAsync(Func<Stack> createStack, bool registerProperties)
    {
        using var monitor = new GrpcChannel(DeploymentSettings.Require("PULUMI_MONITOR"));
        using var engine = new GrpcChannel(DeploymentSettings.Require("PULUMI_ENGINE"));
        var log = new EngineClient(engine);
        var run = new ProgramRun(
            DeploymentSettings.FromEnvironment(),
            new GrpcMonitor(new ResourceMonitorClient(monitor)),
            request => log.LogAsync(request, CancellationToken.None));
        run.Enter();
        var exitCode = await ProgramRunner.RunAsync(run, createStack, registerProperties);

        // Programs whose Main does not return the code must fail all the same.
        if (exitCode != 0)
        {
            Environment.ExitCode = exitCode;
        }

        return exitCode;
    }

    private static TStack Resolve<TStack>(IServiceProvider services)
        where TStack : Stack =>
        services.GetService(typeof(TStack)) as TStack
        ?? throw new InvalidOperationException($"The service provider has no {typeof(TStack).FullName}.");

    private static Dictionary<string, object?> NoOutputs() => new Dictionary<string, object?>();
}
