using PartnerTrust.Deployment.Operations;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Programs;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Deployment.State;

namespace PartnerTrust.Deployment;

/// <summary>Previews, updates, refreshes and destroys one stack of one project, each in a session of its own with fresh plugins.</summary>
public sealed class DeploymentHost
{
    private readonly HostOptions options;
    private readonly TextWriter output;
    private readonly TimeProvider time;
    private readonly Interruption interruption;
    private readonly IProgram program;

    public DeploymentHost(HostOptions options, TextWriter output, TimeProvider time, Interruption interruption)
        : this(ProjectFile.Load(options.Directory), null, options, output, time, interruption)
    {
    }

    internal DeploymentHost(
        ProjectFile project, IProgram? program, HostOptions options, TextWriter output, TimeProvider time, Interruption? interruption = null)
    {
        Project = project;
        this.options = options;
        this.output = output;
        this.time = time;
        this.interruption = interruption ?? Interruption.None;
        this.program = program ?? ProgramProcess.Of(project);
        var directory = options.StateDirectory ?? Path.Combine(project.Directory, ".partnertrust", ".deployment");
        State = new StateFile(directory, project.Name, options.Stack, options.PlaintextSecrets, time);
    }

    public ProjectFile Project { get; }

    public StateFile State { get; }

    public async Task<DeploymentResult> PreviewAsync()
    {
        if (options.RefreshesFirst && await RefreshAsync() is { Succeeded: false } failed)
        {
            return failed;
        }

        return await RunAsync("Previewing update", true, run => new ProgramOperation(run, program).RunAsync());
    }

    /// <summary>Previews, and updates if the preview found nothing wrong.</summary>
    public async Task<DeploymentResult> UpAsync()
    {
        if (options.RefreshesFirst && await RefreshAsync() is { Succeeded: false } failed)
        {
            return failed;
        }

        if (!options.SkipsPreview)
        {
            var preview = await RunAsync("Previewing update", true, run => new ProgramOperation(run, program).RunAsync());
            if (!preview.Succeeded)
            {
                return preview;
            }
        }

        return await RunAsync("Updating", false, run => new ProgramOperation(run, program).RunAsync());
    }

    public Task<DeploymentResult> RefreshAsync() => RunAsync("Refreshing", false, run => new RefreshOperation(run).RunAsync());

    public Task<DeploymentResult> DestroyAsync() => RunAsync("Destroying", false, run => new DestroyOperation(run).RunAsync());

    public Task<DeploymentResult> ImportAsync(IReadOnlyList<ImportRequest> requests) =>
        RunAsync("Importing", false, run => new ImportOperation(run, requests).RunAsync());

    private async Task<DeploymentResult> RunAsync(string title, bool isPreview, Func<DeploymentRun, Task> operation)
    {
        var started = time.GetTimestamp();
        var log = new DeploymentLog();
        var printer = new Printer(output, log, isPreview, options.ShowsDiff);
        printer.Begin($"{title} ({options.Stack}):");
        using var journal = State.Open(persist: !isPreview);
        var runOptions = new RunOptions
        {
            IsPreview = isPreview,
            Parallel = options.Parallel,
            Targets = options.Targets,
            Replaces = options.Replaces,
            Attached = options.Attached,
            Environment = options.Environment,
        };
        using var run = new DeploymentRun(
            Project, options.Stack, StackConfiguration.Load(Project, options.Stack), runOptions, journal, log, time, interruption);
        ReportUnfinished(run);
        try
        {
            await operation(run);
        }
        finally
        {
            journal.Complete();
        }

        var end = run.HasFailed ? DeploymentEnd.ResourcesFailed : DeploymentEnd.Success;
        if (end == DeploymentEnd.Success && options.ExpectsNoChanges && log.Steps.Any(step => step.IsChange && !step.IsInternal))
        {
            end = DeploymentEnd.ChangesUnexpected;
            run.Fail("", "no changes were expected but changes were proposed");
        }

        printer.End(time.GetElapsedTime(started));
        return new DeploymentResult(interruption.Stop.IsCancellationRequested && run.HasFailed ? DeploymentEnd.Cancelled : end, log);
    }

    private static void ReportUnfinished(DeploymentRun run)
    {
        foreach (var operation in run.Journal.Unfinished)
        {
            run.Log.Warn(
                operation.Resource.Urn,
                $"an earlier run was interrupted while {operation.Type} this resource, so nobody knows whether it happened; refresh forgets about it");
        }

        run.Journal.DropUnfinished(creationsToo: false);
    }
}
