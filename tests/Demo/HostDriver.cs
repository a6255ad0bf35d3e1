using PartnerTrust.Demo.Stages;
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Demo;

/// <summary>Drives the stack through the local deployment host.</summary>
internal sealed class HostDriver(IStage stage, string stateDirectory, TextWriter output) : IDriver
{
    private DeploymentLog? last;

    public string Name => "the local deployment host, which stands in for the pulumi CLI";

    public Task<Outcome> PreviewAsync() => RunAsync(host => host.PreviewAsync());

    public Task<Outcome> UpAsync() => RunAsync(host => host.UpAsync());

    public Task<Outcome> RefreshAsync() => RunAsync(host => host.RefreshAsync());

    public Task<Outcome> DestroyAsync() => RunAsync(host => host.DestroyAsync());

    public Task<string?> OutputAsync(string name) => Task.FromResult(last?.Outputs.GetValueOrDefault(name) switch
    {
        BoolValue flag => flag.Value ? "true" : "false",
        TextValue text => text.Value,
        _ => null,
    });

    private async Task<Outcome> RunAsync(Func<DeploymentHost, Task<DeploymentResult>> command)
    {
        // The update is previewed by a step of its own.
        var options = new HostOptions
        {
            Directory = stage.Project,
            StateDirectory = stateDirectory,
            Environment = stage.Surroundings,
            ShowsDiff = true,
            SkipsPreview = true,
        };
        var text = new StringWriter();
        var host = new DeploymentHost(options, text, TimeProvider.System, Interruption.None);
        var result = await command(host);
        last = result.Log;
        await output.WriteAsync(text.ToString());
        var steps = result.Changes.Where(step => step.Operation != StepOperation.Replace && step.Error is null);
        return new Outcome(result.Succeeded, [.. steps.Select(Describe)], text.ToString());
    }

    private static DemoStep Describe(Step step) =>
        new(Word(step.Operation), step.Type[(step.Type.LastIndexOf(':') + 1)..], step.Name, [.. step.Changes.Keys]);

    private static string Word(StepOperation operation) => operation switch
    {
        StepOperation.Create => "create",
        StepOperation.Update => "update",
        StepOperation.Delete => "delete",
        StepOperation.Refresh => "refresh",
        _ => operation.ToString(),
    };
}
