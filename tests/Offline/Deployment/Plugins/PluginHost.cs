using System.Collections.Concurrent;
using Grpc.Core;
using PartnerTrust.Deployment.Output;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>Starts the plugins of one run, one process for each provider resource, and ends them all.</summary>
internal sealed class PluginHost(DeploymentRun run) : IAsyncDisposable
{
    private readonly ConcurrentBag<ProviderConnection> connections = [];

    public async Task<ProviderConnection> OpenAsync(string package)
    {
        try
        {
            var connection = run.Options.Attached.TryGetValue(package, out var port)
                ? await ProviderConnection.OpenAsync(package, null, port, run.Address, null, run.Hard)
                : await StartAsync(package);
            connections.Add(connection);
            return connection;
        }
        catch (RpcException problem)
        {
            throw new DeploymentException($"the plugin {package} did not answer its first calls: {problem.Message}", problem);
        }
    }

    public IEnumerable<int> ProcessIds => connections.Select(connection => connection.ProcessId).OfType<int>();

    public Task CancelAsync() => Task.WhenAll(connections.Select(connection => connection.CancelAsync()));

    public async ValueTask DisposeAsync()
    {
        await CancelAsync();
        foreach (var connection in connections.Where(connection => connection.ExitedEarly))
        {
            run.Log.Say(DiagnosticSeverity.Error, "", $"the plugin {connection.Package} exited prematurely{Environment.NewLine}{connection.Output}");
        }

        await Task.WhenAll(connections.Select(connection => connection.DisposeAsync().AsTask()));
    }

    private async Task<ProviderConnection> StartAsync(string package)
    {
        var binary = PluginLocator.FindBinary(run.Project, package);
        var environment = run.Project.RuntimeOptions
            .Select(option => KeyValuePair.Create($"PULUMI_RUNTIME_{option.Key.ToUpperInvariant()}", option.Value))
            .Append(KeyValuePair.Create("PULUMI_PROJECT", run.Project.Name))
            .Append(KeyValuePair.Create("PULUMI_CONFIG", run.Configuration.ToJson(package)))
            .Concat(run.Options.Environment);
        var process = await PluginProcess.StartAsync(binary, run.Address, run.Project.ProgramDirectory, environment, run.Hard);
        return await ProviderConnection.OpenAsync(package, process, process.Port, run.Address, Path.GetDirectoryName(binary), run.Hard);
    }
}
